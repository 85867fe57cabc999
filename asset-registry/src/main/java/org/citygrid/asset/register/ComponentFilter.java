package org.citygrid.asset.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a list of components is narrowed by; nulls do not narrow.
///
/// @param classCode a class, or the beginning of its code
/// @param unit owner, maintenance or competent unit
/// @param codePrefix beginning of a code
/// @param words part of an address or a spec
/// @param wordClasses classes that `words` may also mean
/// @param box west, south, east, north in degrees
/// @param missing `spec`, `photo`, `dimensions`, `address`, `maintenance` or `owner`
/// @param after the last code of the page before
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record ComponentFilter(
    @Nullable String classCode,
    @Nullable String unit,
    @Nullable String grid,
    @Nullable String division,
    @Nullable String state,
    @Nullable String codePrefix,
    @Nullable String words,
    List<String> wordClasses,
    double @Nullable [] box,
    @Nullable String missing,
    @Nullable String after) {}
