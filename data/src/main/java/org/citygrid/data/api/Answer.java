package org.citygrid.data.api;

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
    String errors = body.path("errors").isEmpty() ? "" : " " + body.path("errors");
    String line = status + " " + words + errors;
    return line.length() <= 400 ? line : line.substring(0, 400) + "…";
  }
}
