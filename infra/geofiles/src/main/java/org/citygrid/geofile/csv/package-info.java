/// CSV of any delimiter, with places in two columns or as WKT in one.
@NullMarked
package org.citygrid.geofile.csv;

import org.jspecify.annotations.NullMarked;
