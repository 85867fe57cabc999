/// GeoPackage: an SQLite database with a layer in a table.
@NullMarked
package org.citygrid.geofile.geopackage;

import org.jspecify.annotations.NullMarked;
