/// Knows where a place is in every way of saying it that reaches the town: national and older
/// Chinese coordinate systems, the shifted coordinates of phone maps, and metres on the ground; and
/// divides land into unit grids. It knows nothing of codes, owners, databases or Spring. Order is
/// always x before y: longitude before latitude, easting before northing, whatever an authority
/// says.
@NullMarked
package org.citygrid.geo;

import org.jspecify.annotations.NullMarked;
