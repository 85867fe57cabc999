/// OGC API – Tiles and TileJSON over the layers that rooms draw: describes them, and leads from the
/// standard's addresses (row before column) to the drawn tiles. It draws nothing itself.
@NullMarked
package org.citygrid.ogc.tiles;

import org.jspecify.annotations.NullMarked;
