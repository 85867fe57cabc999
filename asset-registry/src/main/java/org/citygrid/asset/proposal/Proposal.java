package org.citygrid.asset.proposal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A proposal as it is stored.
///
/// @param code of the component it speaks of; of a missing one once it was accepted
/// @param card the proposed fields
/// @param baseVersion the card's version when it was proposed
record Proposal(
    UUID id,
    Act act,
    @Nullable String code,
    String classCode,
    JsonNode card,
    double lon,
    double lat,
    String divisionCode,
    @Nullable String note,
    List<String> photoIds,
    String contentHash,
    @Nullable Integer baseVersion,
    String proposedBy,
    Instant proposedAt,
    State state,
    @Nullable String reviewedBy,
    @Nullable Instant reviewedAt,
    @Nullable String opinion,
    @Nullable Integer outcomeVersion) {

  enum Act {
    /// a component that stands there and is not in the register
    CREATE,
    /// something on the card is not true
    CHANGE,
    /// it stands elsewhere
    MOVE,
    /// it is no longer there
    GONE;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Act of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  enum State {
    OPEN,
    ACCEPTED,
    REJECTED;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
