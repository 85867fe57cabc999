package org.citygrid.asset.census;

import org.jspecify.annotations.Nullable;

/// Which part of the register is meant; what is null is not asked for.
///
/// @param division this division and those below it
record Selection(
    @Nullable String classCode,
    @Nullable String grid,
    @Nullable String division,
    @Nullable String owner,
    @Nullable String state) {}
