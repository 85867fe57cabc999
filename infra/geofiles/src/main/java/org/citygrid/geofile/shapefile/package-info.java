/// Shapefiles: geometry in the main file, attributes in a dBase table beside it.
@NullMarked
package org.citygrid.geofile.shapefile;

import org.jspecify.annotations.NullMarked;
