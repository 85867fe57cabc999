package org.citygrid.asset;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One step in the life of an identity card.
///
/// @param act `appeared` for the first version, `changed` after
/// @param by user name; empty for those who may not know
/// @param changes what became different; empty for the first version
public record CardChange(
    int version, Instant at, String act, @Nullable String by, List<Field> changes) {

  /// @param from empty when the field was not known before
  /// @param to empty when it is no longer known
  public record Field(String field, @Nullable JsonNode from, @Nullable JsonNode to) {}

  CardChange withoutKeeper() {
    return new CardChange(version, at, act, null, changes);
  }
}
