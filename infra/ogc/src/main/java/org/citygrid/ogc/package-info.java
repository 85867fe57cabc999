/// OGC API – Features and Tiles: a room lays out a collection, and this serves it to GIS programs.
@NullMarked
package org.citygrid.ogc;

import org.jspecify.annotations.NullMarked;
