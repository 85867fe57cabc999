/// OGC API – Features (Parts 1, 2 and 3) over the collections that rooms lay out: reads the
/// question, asks the database for one page or a whole export, writes GeoJSON. It knows nothing of
/// what the features mean.
@NullMarked
package org.citygrid.ogc.features;

import org.jspecify.annotations.NullMarked;
