package org.citygrid.data.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What the columns of a file of service requests mean. `data/README.md` describes the file format.
///
/// @param zone the time zone in which the file's local times are written
/// @param header the headings, for a file that has none
/// @param timeFormats patterns that are tried in turn
/// @param types classes by request type; the first rule that matches wins
/// @param otherwise the class of every other request
public record Mapping(
    String name,
    Division division,
    String zone,
    @Nullable List<String> header,
    Columns columns,
    List<String> timeFormats,
    @Nullable List<Rule> types,
    Thing otherwise) {

  /// The invented division that stands for the other city.
  public record Division(String code, String nameZh, String nameEn) {}

  /// Headings. Where the file has swapped two headings, name each by what it truly holds.
  ///
  /// @param id null where rows have no identity; then the line number stands for it
  public record Columns(
      @Nullable String id,
      String created,
      @Nullable String type,
      String lon,
      String lat,
      @Nullable List<String> description) {}

  /// @param match a regular expression found anywhere in the type, upper or lower case
  public record Rule(String match, String kind, String classCode) {}

  public record Thing(String kind, String classCode) {}

  public Mapping {
    require(name, "name");
    require(division, "division");
    require(zone, "zone");
    require(columns, "columns");
    require(timeFormats, "timeFormats");
    require(otherwise, "otherwise");
    require(columns.created(), "columns.created");
    require(columns.lon(), "columns.lon");
    require(columns.lat(), "columns.lat");
    if (!division.code().matches("99\\d{7}")) {
      throw new IllegalArgumentException(
          "division.code must be nine digits beginning with 99, which no real town has; it is "
              + division.code());
    }
    types = types == null ? List.of() : types;
    types.forEach(rule -> compile(rule.match()));
    zoneOf(zone);
  }

  /// @throws IllegalArgumentException naming the file and what is wrong in it
  public static Mapping read(Path file) throws IOException {
    var yaml =
        YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    try {
      return yaml.readValue(Files.readString(file), Mapping.class);
    } catch (JacksonException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalArgumentException(file + ": " + cause.getMessage(), e);
    }
  }

  public ZoneId zoneId() {
    return zoneOf(zone);
  }

  /// The class for a request of this type.
  public Thing thing(String type) {
    for (Rule rule : types == null ? List.<Rule>of() : types) {
      if (compile(rule.match()).matcher(type).find()) {
        return new Thing(rule.kind(), rule.classCode());
      }
    }
    return otherwise;
  }

  private static void require(@Nullable Object value, String field) {
    if (value == null) {
      throw new IllegalArgumentException("the mapping lacks " + field);
    }
  }

  private static Pattern compile(String expression) {
    try {
      return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "types: \"" + expression + "\" is no regular expression: " + e.getDescription(), e);
    }
  }

  private static ZoneId zoneOf(String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("zone: \"" + zone + "\" is no time zone", e);
    }
  }
}
