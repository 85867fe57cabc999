package org.citygrid.dispatch.enquiry;

import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.citygrid.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/// What a list of enquiries can be narrowed by: one line a query parameter, and the condition it
/// stands for. Everything that a figure counts has one, so that the figure can open its enquiries.
enum Narrowing {
  // spotless:off  the columns are the meaning
  KIND     ("kind",      Form.TEXTS, "e.kind = any (:kind)"),
  CHANNEL  ("channel",   Form.TEXTS, "e.channel = any (:channel)"),
  STATE    ("state",     Form.TEXTS, "e.state = any (:state)"),
  LIGHT    ("light",     Form.TEXTS, EnquiryQuery.LIGHT + " = any (:light)"),
  UNIT     ("unit",      Form.TEXTS, "e.unit_code = any (:unit)"),
  WORDS    ("text",      Form.TEXT,  "(e.number like '%' || :text || '%' or e.text ilike '%' || :text || '%')"),
  FROM     ("from",      Form.FROM,  "e.received_at >= :from"),
  TO       ("to",        Form.TO,    "e.received_at < :to"),
  ANSWERED ("answered",  Form.FLAG,  "(e.answered_at is not null) = :answered"),
  ENDED    ("ended",     Form.FLAG,  "(e.state in ('CLOSED', 'CONVERTED')) = :ended"),
  LATE     ("late",      Form.FLAG,  "e.late = :late"),
  RATED    ("rated",     Form.FLAG,  "(e.rated_at is not null) = :rated"),
  SATISFIED("satisfied", Form.FLAG,  "e.satisfied = :satisfied");
  // spotless:on

  private enum Form {
    TEXT,
    TEXTS,
    FLAG,
    /// A day or an instant; a day counts from its beginning.
    FROM,
    /// A day or an instant, not included; a day counts whole.
    TO
  }

  private final String parameter;
  private final Form form;
  private final String condition;

  Narrowing(String parameter, Form form, String condition) {
    this.parameter = parameter;
    this.form = form;
    this.condition = condition;
  }

  String parameter() {
    return parameter;
  }

  String condition() {
    return condition;
  }

  /// @param given the parameters of the address; others than ours are left to others
  /// @param wrong gets every value that cannot be understood
  static Map<Narrowing, Object> read(
      Map<String, List<String>> given, ZoneId zone, Violations wrong) {
    var asked = new EnumMap<Narrowing, Object>(Narrowing.class);
    for (var narrowing : values()) {
      var texts =
          given.getOrDefault(narrowing.parameter, List.of()).stream()
              .filter(text -> !text.isBlank())
              .toList();
      var value = texts.isEmpty() ? null : narrowing.value(texts, zone, wrong);
      if (value != null) {
        asked.put(narrowing, value);
      }
    }
    return asked;
  }

  private @Nullable Object value(List<String> texts, ZoneId zone, Violations wrong) {
    var first = texts.getFirst();
    return switch (form) {
      case TEXT -> first;
      case TEXTS ->
          texts.stream().flatMap(text -> Arrays.stream(text.split(","))).toArray(String[]::new);
      case FLAG -> {
        wrong.require(
            first.equals("true") || first.equals("false"), parameter, "must be true or false");
        yield first.equals("true");
      }
      case FROM -> time(first, 0, zone, wrong);
      case TO -> time(first, 1, zone, wrong);
    };
  }

  private @Nullable Timestamp time(String text, int plusDays, ZoneId zone, Violations wrong) {
    try {
      return Timestamp.from(
          text.contains("T")
              ? Instant.parse(text)
              : LocalDate.parse(text).plusDays(plusDays).atStartOfDay(zone).toInstant());
    } catch (DateTimeException unreadable) {
      wrong.add(parameter, "must be a day such as 2026-11-23 or an instant with Z");
      return null;
    }
  }
}
