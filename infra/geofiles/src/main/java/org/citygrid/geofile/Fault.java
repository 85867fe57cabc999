package org.citygrid.geofile;

import org.jspecify.annotations.Nullable;

/// Something in a row that could not be read, and why.
///
/// @param field the column's name, or `geometry`
public record Fault(String field, @Nullable String value, String reason) {}
