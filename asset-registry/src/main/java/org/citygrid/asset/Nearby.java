package org.citygrid.asset;

import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/// A component and how far away it is.
///
/// @param distanceMetres on the ellipsoid, rounded to a decimetre for show
public record Nearby(
    String code,
    String classCode,
    LocalText className,
    double lon,
    double lat,
    double distanceMetres,
    ComponentState state,
    @Nullable String spec,
    @Nullable String address) {}
