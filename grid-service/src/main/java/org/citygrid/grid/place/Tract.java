package org.citygrid.grid.place;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// A piece of land and what stands for it.
///
/// @param boundary CGCS2000 degrees, polygon or multi-polygon; null while unknown
public record Tract<T>(T land, @Nullable Geometry boundary) {}
