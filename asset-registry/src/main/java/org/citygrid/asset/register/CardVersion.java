package org.citygrid.asset.register;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// A card as it was from one change to the next.
///
/// @param card its fields by name
record CardVersion(int version, Instant at, String by, JsonNode card) {}
