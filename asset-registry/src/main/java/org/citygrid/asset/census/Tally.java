package org.citygrid.asset.census;

import org.jspecify.annotations.Nullable;

/// How many there are, and how many of them lack what a card should have.
///
/// @param key null for what has none: components outside every grid
record Tally(
    @Nullable String key,
    long count,
    long missingOwner,
    long missingMaintainer,
    long missingSpec,
    long missingDimensions,
    long missingPhoto,
    long missingAddress) {}
