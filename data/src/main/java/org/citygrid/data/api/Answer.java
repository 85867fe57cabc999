package org.citygrid.data.api;

import static java.util.stream.Collectors.joining;

import tools.jackson.databind.JsonNode;

/// What CityGrid answered.
///
/// @param body JSON; missing where there was none
public record Answer(int status, JsonNode body) {

  public boolean isOk() {
    return status >= 200 && status < 300;
  }

  /// The body, when all went well.
  ///
  /// @throws Refused with the problem's own words
  public JsonNode orThrow(String doing) {
    if (!isOk()) {
      throw new Refused(doing, this);
    }
    return body;
  }

  /// The problem in one line.
  public String problem() {
    String words = body.path("detail").asString(body.path("title").asString(""));
    String errors =
        body.path("errors").values().stream().map(Answer::sentence).collect(joining("; "));
    String line = errors.isEmpty() ? status + " " + words : errors;
    return line.length() <= 400 ? line : line.substring(0, 400) + "…";
  }

  /// A wrong field by its name; of a body that is one file nothing need be named.
  private static String sentence(JsonNode error) {
    String field = error.path("field").asString();
    String message = error.path("message").asString();
    return field.equals("body") ? message : field + " " + message;
  }

  boolean isAbout(String field) {
    return body.path("errors").values().stream()
        .anyMatch(error -> error.path("field").asString().equals(field));
  }
}
