/// Takes surveys of the land in: divisions, unit grids, duty grids with their collectors, streets,
/// as GeoJSON. A survey is stored whole or not at all, and the same survey twice changes nothing.
@NullMarked
package org.citygrid.grid.survey;

import org.jspecify.annotations.NullMarked;
