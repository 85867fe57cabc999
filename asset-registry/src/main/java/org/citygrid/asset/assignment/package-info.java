/// Keeps the cards' cell, duty grid and division true when the land is divided anew. Knows where
/// components stand and asks the grid; knows nothing of surveys.
@NullMarked
package org.citygrid.asset.assignment;

import org.jspecify.annotations.NullMarked;
