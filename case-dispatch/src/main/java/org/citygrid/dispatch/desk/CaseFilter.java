package org.citygrid.dispatch.desk;

import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.citygrid.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/// What a list was narrowed by.
///
/// @param queue `mine`, `open` or `all`
/// @param asked values as the database wants them
record CaseFilter(String queue, Map<Narrowing, Object> asked) {
  private static final Set<String> QUEUES = Set.of("mine", "open", "all");

  /// @param given the parameters of the address; others than ours are left to others
  /// @param wrong gets every value that cannot be understood
  static CaseFilter read(
      String queue, Map<String, List<String>> given, ZoneId zone, Violations wrong) {
    wrong.require(QUEUES.contains(queue), "queue", "must be mine, open or all");
    var asked = new EnumMap<Narrowing, Object>(Narrowing.class);
    for (var narrowing : Narrowing.values()) {
      var values =
          given.getOrDefault(narrowing.parameter(), List.of()).stream()
              .flatMap(text -> split(text, narrowing))
              .filter(text -> !text.isBlank())
              .toList();
      if (!values.isEmpty()) {
        var value = value(narrowing, values, zone, wrong);
        if (value != null) {
          asked.put(narrowing, value);
        }
      }
    }
    return new CaseFilter(queue, asked);
  }

  private static Stream<String> split(String text, Narrowing narrowing) {
    return narrowing.form() == Narrowing.Form.TEXTS
        ? Arrays.stream(text.split(","))
        : Stream.of(text);
  }

  private static @Nullable Object value(
      Narrowing narrowing, List<String> values, ZoneId zone, Violations wrong) {
    var first = values.getFirst();
    var name = narrowing.parameter();
    return switch (narrowing.form()) {
      case TEXT -> first;
      case TEXTS -> values.toArray(String[]::new);
      case CHOICE -> {
        wrong.require(
            narrowing.choices().contains(first),
            name,
            "must be one of " + narrowing.choices().stream().sorted().toList());
        yield first;
      }
      case FLAG -> {
        wrong.require(first.equals("true") || first.equals("false"), name, "must be true or false");
        yield first.equals("true");
      }
      case FROM -> time(first, 0, zone, name, wrong);
      case TO -> time(first, 1, zone, name, wrong);
    };
  }

  /// A moment, or a day in the town; as an end a day counts whole.
  private static @Nullable Timestamp time(
      String text, int plusDays, ZoneId zone, String field, Violations wrong) {
    try {
      return Timestamp.from(
          text.contains("T")
              ? Instant.parse(text)
              : LocalDate.parse(text).plusDays(plusDays).atStartOfDay(zone).toInstant());
    } catch (DateTimeException unreadable) {
      wrong.add(field, "must be a day such as 2026-11-23 or an instant with Z");
      return null;
    }
  }

  boolean asks(Narrowing narrowing) {
    return asked.containsKey(narrowing);
  }

  Map<String, Object> parameters() {
    var parameters = new HashMap<String, Object>();
    asked.forEach((narrowing, value) -> parameters.put(narrowing.placeholder(), value));
    return parameters;
  }

  /// The conditions asked for, each beginning with `and`.
  String conditions() {
    var all = new StringJoiner("\n");
    asked
        .keySet()
        .forEach(one -> one.condition().ifPresent(condition -> all.add("and " + condition)));
    var move = move();
    if (!move.isEmpty()) {
      all.add("and exists (select from dispatch.case_move m where m.case_id = c.id" + move + ")");
    }
    return all.toString();
  }

  /// Who, what and when are asked of the same move.
  private String move() {
    var move = new StringBuilder();
    if (asks(Narrowing.ACTOR)) {
      move.append(" and m.actor = :actor");
    }
    if (asks(Narrowing.ACTION)) {
      move.append(" and m.action = any (:action)");
    }
    if (asks(Narrowing.ACTED_FROM)) {
      move.append(" and m.moved_at >= :actedFrom");
    }
    if (asks(Narrowing.ACTED_TO)) {
      move.append(" and m.moved_at < :actedTo");
    }
    return move.toString();
  }
}
