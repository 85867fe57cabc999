package org.citygrid.asset;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A photo on a card; the picture itself is at `/api/photos/{id}`.
///
/// @param at when it came onto the card
/// @param by who put it there
public record CardPhoto(String id, @Nullable Instant at, @Nullable String by) {}
