package org.citygrid.asset.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A card as it was from one change to the next.
///
/// @param survey the import that wrote it; empty for a single edit
/// @param reason why it was changed
/// @param proposedBy whose proposal it was
/// @param card its fields by name
record CardVersion(
    int version,
    Instant at,
    String by,
    @Nullable Long survey,
    @Nullable String reason,
    @Nullable String proposedBy,
    JsonNode card) {}
