package org.citygrid.ogc.features;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One feature as it was read.
///
/// @param values in the order of the collection's properties: String, Long, BigDecimal, Boolean,
///   LocalDate, Instant, a String of JSON, or null
/// @param geoJson its geometry in the system asked for
record Row(String key, List<@Nullable Object> values, @Nullable String geoJson) {}
