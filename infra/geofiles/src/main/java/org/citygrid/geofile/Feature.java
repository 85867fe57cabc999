package org.citygrid.geofile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// One row of a file.
///
/// @param line where a person finds it: the line of a text file, the record's number otherwise,
///   from 1
/// @param geometry longitude, latitude in degrees; null when missing or unreadable
/// @param values in the order of `Described.columns`, each of its column's type, or null
/// @param faults what could not be read; the row is delivered all the same
@SuppressWarnings("ArrayRecordComponent") // a million of these pass by; nobody compares them
public record Feature(
    long line, @Nullable Geometry geometry, @Nullable Object[] values, List<Fault> faults) {}
