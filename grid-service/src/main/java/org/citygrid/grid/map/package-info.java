/// Shows the land: lists, outlines, vector tiles, and where a place lies. Reads only.
@NullMarked
package org.citygrid.grid.map;

import org.jspecify.annotations.NullMarked;
