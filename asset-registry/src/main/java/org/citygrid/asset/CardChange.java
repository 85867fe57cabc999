package org.citygrid.asset;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One step in the life of an identity card.
///
/// @param act `appeared` for the first version; `moved` when the place changed, `retired` when it
///   is lost, abandoned or moved away since, `returned` when it stands there again, else `changed`
/// @param by user name; empty for those who may not know
/// @param reason why, in the words of whoever changed it
/// @param proposedBy user name of whoever proposed it; empty for those who may not know
/// @param survey the import that wrote it
/// @param changes what became different; empty for the first version
public record CardChange(
    int version,
    Instant at,
    String act,
    @Nullable String by,
    @Nullable String reason,
    @Nullable String proposedBy,
    @Nullable Long survey,
    List<Field> changes) {

  /// @param from empty when the field was not known before
  /// @param to empty when it is no longer known
  public record Field(String field, @Nullable JsonNode from, @Nullable JsonNode to) {}

  CardChange withoutKeeper() {
    return new CardChange(version, at, act, null, null, null, null, changes);
  }
}
