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
import java.util.stream.Collectors;
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
    all.add(stay());
    return all.toString();
  }

  /// Who, what and when are asked of the same move.
  private String move() {
    return together(
        Map.of(
            Narrowing.ACTOR, " and m.actor = :actor",
            Narrowing.ACTION, " and m.action = any (:action)",
            Narrowing.ACTED_FROM, " and m.moved_at >= :actedFrom",
            Narrowing.ACTED_TO, " and m.moved_at < :actedTo",
            Narrowing.ACTED_FIRST, FIRST,
            Narrowing.ACTED_LATE, " and coalesce(m.late, m.stage_late, false) = :actedLate",
            Narrowing.ACTED_UNIT, UNIT_THEN,
            Narrowing.RECEIVER, " and m.receiver = :receiver"));
  }

  private static final String FIRST =
      """
       and (not exists (
         select from dispatch.case_move p
         where p.case_id = m.case_id and p.action = m.action and p.seq < m.seq)) = :actedFirst
      """;

  /// The department that had it when the move was made.
  private static final String UNIT_THEN =
      """
       and (
         select d.receiver from dispatch.case_move d
         where d.case_id = m.case_id and d.action = 'DISPATCH' and d.seq <= m.seq
         order by d.seq desc limit 1) = :actedUnit
      """;

  /// Cases that stood in a stage at some time between two days.
  private String stay() {
    if (!asks(Narrowing.STAGE)) {
      return "";
    }
    var entered =
        together(
            Map.of(
                Narrowing.STAGE_TO, " and m.moved_at < :stageTo",
                Narrowing.STAGE_RECEIVER, " and m.receiver = :stageReceiver",
                Narrowing.STAGE_FROM, NOT_LEFT));
    return ENTERED.formatted(entered);
  }

  private static final String ENTERED =
      """
      and exists (
        select from dispatch.case_move m
        where m.case_id = c.id and m.to_state = :stage and m.from_state <> m.to_state%s)\
      """;

  private static final String NOT_LEFT =
      """
       and not exists (
         select from dispatch.case_move l
         where l.case_id = m.case_id and l.seq > m.seq and l.from_state = m.to_state
           and l.to_state <> l.from_state and l.moved_at < :stageFrom)
      """;

  private String together(Map<Narrowing, String> conditions) {
    return conditions.entrySet().stream()
        .filter(entry -> asks(entry.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining());
  }
}
