/// Files of geodata (Shapefile, GeoPackage, GeoJSON, CSV), read and written as streams: a file of a
/// province passes through in bounded memory. What the columns mean is the caller's.
@NullMarked
package org.citygrid.geofile;

import org.jspecify.annotations.NullMarked;
