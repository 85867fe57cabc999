/// GeoJSON: a whole collection, or one feature a line.
@NullMarked
package org.citygrid.geofile.geojson;

import org.jspecify.annotations.NullMarked;
