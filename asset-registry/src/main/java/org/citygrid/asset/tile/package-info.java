/// Draws the register as vector tiles: single components from zoom 15, counts by cell below.
@NullMarked
package org.citygrid.asset.tile;

import org.jspecify.annotations.NullMarked;
