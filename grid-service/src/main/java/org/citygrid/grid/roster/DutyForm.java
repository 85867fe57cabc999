package org.citygrid.grid.roster;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.citygrid.platform.problem.Violations;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A duty as sent. Days are the town's: `from` begins with its day, `to` ends with its day.
///
/// @param to null until further notice
record DutyForm(
    String userName, boolean standIn, Instant from, @Nullable Instant to, @Nullable String reason) {
  private static final Set<String> FIELDS = Set.of("userName", "standIn", "from", "to", "reason");
  private static final int LONGEST_REASON = 200;

  /// Reads a new duty, or what is to be other about `present`.
  ///
  /// @throws org.citygrid.platform.problem.ProblemException naming every wrong field
  static DutyForm read(JsonNode sent, @Nullable DutyForm present, ZoneId zone, Instant now) {
    var violations = new Violations();
    sent.propertyNames().stream()
        .filter(name -> !FIELDS.contains(name))
        .forEach(name -> violations.add(name, "is not a known field"));
    String user = text(sent, "userName", present == null ? null : present.userName(), violations);
    violations.require(user != null && !user.isBlank(), "userName", "is missing");
    String reason = text(sent, "reason", present == null ? null : present.reason(), violations);
    violations.require(
        reason == null || reason.length() <= LONGEST_REASON,
        "reason",
        "must have at most " + LONGEST_REASON + " characters");
    boolean standIn = present != null && present.standIn();
    if (sent.has("standIn")) {
      violations.require(sent.get("standIn").isBoolean(), "standIn", "must be true or false");
      standIn = sent.get("standIn").asBoolean(false);
    }
    Instant from = present == null ? now : present.from();
    Instant to = present == null ? null : present.to();
    if (sent.hasNonNull("from")) {
      from = moment(sent.get("from"), "from", zone, false, violations, from);
    }
    if (sent.has("to")) {
      to =
          sent.get("to").isNull() ? null : moment(sent.get("to"), "to", zone, true, violations, to);
    }
    violations.require(to == null || to.isAfter(from), "to", "must be after from");
    violations.require(!standIn || to != null, "to", "is missing: a stand-in has an end");
    violations.throwIfAny();
    return new DutyForm(user == null ? "" : user.strip(), standIn, from, to, reason);
  }

  boolean overlaps(Instant otherFrom, @Nullable Instant otherTo) {
    return (otherTo == null || from.isBefore(otherTo)) && (to == null || otherFrom.isBefore(to));
  }

  private static @Nullable String text(
      JsonNode sent, String field, @Nullable String otherwise, Violations violations) {
    if (!sent.has(field)) {
      return otherwise;
    }
    JsonNode node = sent.get(field);
    violations.require(node.isNull() || node.isString(), field, "must be text");
    String text = node.isString() ? node.asString() : null;
    return text == null || text.isBlank() ? null : text;
  }

  private static @Nullable Instant orNull(@Nullable Instant value) {
    return value;
  }

  private static Instant moment(
      JsonNode node,
      String field,
      ZoneId zone,
      boolean end,
      Violations violations,
      @Nullable Instant otherwise) {
    String text = node.asString("");
    try {
      if (text.contains("T")) {
        return OffsetDateTime.parse(text).toInstant();
      }
      LocalDate day = LocalDate.parse(text);
      return (end ? day.plusDays(1) : day).atStartOfDay(zone).toInstant();
    } catch (DateTimeException unreadable) {
      violations.add(field, "must be a day such as 2026-02-28, or an instant with its offset");
      Instant kept = orNull(otherwise);
      return kept == null ? Instant.MAX : kept;
    }
  }
}
