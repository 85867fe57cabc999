package org.citygrid.asset;

import org.jspecify.annotations.Nullable;

/// One attribute of a component, such as height 8.5 m or load class D400.
///
/// @param value a number, or words
/// @param unit left out for words and counts
public record Dimension(String name, Object value, @Nullable String unit) {}
