package org.citygrid.intake.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.citygrid.platform.problem.Violations;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One JSON object of a request. Each reader notes a wrong type or form and answers null, so that
/// the reading goes on; [#finish] notes the fields that nobody asked for.
public final class JsonForm {
  private final JsonNode object;
  private final String path;
  private final Violations violations;
  private final Set<String> asked = new HashSet<>();

  private JsonForm(JsonNode object, String path, Violations violations) {
    this.object = object;
    this.path = path;
    this.violations = violations;
  }

  /// @return empty when the body is no JSON object, which is then noted
  public static Optional<JsonForm> parse(JsonMapper json, byte[] body, Violations violations) {
    try {
      JsonNode tree = json.readTree(body);
      if (tree.isObject()) {
        return Optional.of(new JsonForm(tree, "", violations));
      }
      violations.add("body", "must be one JSON object");
    } catch (JacksonException malformed) {
      violations.add("body", "is not valid JSON" + placeOf(malformed));
    }
    return Optional.empty();
  }

  private static String placeOf(JacksonException malformed) {
    var at = malformed.getLocation();
    return at == null ? "" : " near line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
  }

  public JsonNode content() {
    return object;
  }

  public boolean lacks(String name) {
    return ask(name) == null;
  }

  /// Text without surrounding blanks; null when missing, empty or wrong.
  public @Nullable String text(String name, int maxLength) {
    return text(name, maxLength, false);
  }

  /// Like [#text], with line breaks.
  public @Nullable String lines(String name, int maxLength) {
    return text(name, maxLength, true);
  }

  private @Nullable String text(String name, int maxLength, boolean lines) {
    JsonNode value = ask(name);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      return wrong(name, "must be text");
    }
    String text = value.stringValue();
    if (lines) {
      text = text.replace("\r\n", "\n").replace('\r', '\n');
    }
    text = text.strip();
    String fault = PlainText.findFault(text, maxLength, lines);
    if (fault != null) {
      return wrong(name, fault);
    }
    return text.isEmpty() ? null : text;
  }

  /// A finite number; null when missing or wrong.
  public @Nullable Double number(String name) {
    JsonNode value = ask(name);
    if (value == null) {
      return null;
    }
    if (!value.isNumber()) {
      return wrong(name, "must be a number");
    }
    Double number = value.asDouble(Double.NaN);
    return Double.isFinite(number) ? number : wrong(name, "must be a finite number");
  }

  public boolean flag(String name) {
    JsonNode value = ask(name);
    if (value != null && !value.isBoolean()) {
      wrong(name, "must be true or false");
    }
    return value != null && value.isBoolean() && value.booleanValue();
  }

  public @Nullable Instant instant(String name) {
    String text = text(name, 40);
    if (text == null) {
      return null;
    }
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      return instant.getEpochSecond() > 0 ? instant : wrong(name, "lies before 1970");
    } catch (DateTimeException notIso) {
      return wrong(name, "must be a time like 2026-11-23T08:15:00Z");
    }
  }

  public @Nullable UUID uuid(String name) {
    String text = text(name, 36);
    if (text == null) {
      return null;
    }
    UUID found = findUuid(text);
    return found == null ? wrong(name, "must be a UUID") : found;
  }

  /// Reads a UUID in its usual form of 36 characters; null for anything else.
  public static @Nullable UUID findUuid(String text) {
    try {
      return text.length() == 36 ? UUID.fromString(text) : null;
    } catch (IllegalArgumentException notUuid) {
      return null;
    }
  }

  /// A list of short texts; empty when missing.
  public List<String> texts(String name, int maxLength) {
    JsonNode value = ask(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray() || value.size() > 1000) {
      wrong(name, "must be a short list");
      return List.of();
    }
    List<String> found = new ArrayList<>();
    for (int at = 0; at < value.size(); at++) {
      JsonNode item = value.get(at);
      String fault =
          item.isString()
              ? PlainText.findFault(item.stringValue(), maxLength, false)
              : "must be text";
      if (fault == null) {
        found.add(item.stringValue());
      } else {
        wrong(name + "[" + at + "]", fault);
      }
    }
    return found;
  }

  /// An object within this one; its fields are named `name.field` in violations.
  public Optional<JsonForm> object(String name) {
    JsonNode value = ask(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isObject()) {
      wrong(name, "must be an object");
      return Optional.empty();
    }
    return Optional.of(new JsonForm(value, path + name + ".", violations));
  }

  /// Notes a violation under the field's full path.
  public <T> @Nullable T wrong(String name, String message) {
    violations.add(path + name, message);
    return null;
  }

  /// Notes every field that was never asked for: a misspelt one must not pass as left out.
  public void finish() {
    for (String name : object.propertyNames()) {
      if (!asked.contains(name)) {
        wrong(name.length() > 40 ? name.substring(0, 40) + "…" : name, "is not a known field");
      }
    }
  }

  private @Nullable JsonNode ask(String name) {
    asked.add(name);
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }
}
