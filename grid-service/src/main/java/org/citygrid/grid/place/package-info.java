/// Answers where a place lies, from an immutable picture of the land held in memory, and keeps that
/// picture as new as the database. Hidden behind [org.citygrid.grid.Grids].
@NullMarked
package org.citygrid.grid.place;

import org.jspecify.annotations.NullMarked;
