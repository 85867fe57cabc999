package org.citygrid.asset.column;

import org.citygrid.asset.Dimension;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads dimensions that stand as JSON in one cell or property: either `[{name, value, unit}]`, or
/// `{name: {value, unit}}`, or `{name: value}`.
record JsonDimensions(JsonMapper json) {
  void read(SurveyRow row, String text) {
    if (text.isBlank() || text.equals("[]")) {
      return;
    }
    try {
      read(row, json.readTree(text));
    } catch (JacksonException wrong) {
      row.refuse("dimensions", text, "must be JSON");
    }
  }

  private static void read(SurveyRow row, JsonNode dimensions) {
    if (dimensions.isArray()) {
      dimensions.forEach(
          one -> read(row, one.path("name").asString(""), one.path("value"), one.path("unit")));
    } else if (dimensions.isObject()) {
      dimensions.properties().forEach(one -> readNamed(row, one.getKey(), one.getValue()));
    } else if (!dimensions.isNull()) {
      row.refuse("dimensions", dimensions.toString(), "must be an array or an object");
    }
  }

  private static void readNamed(SurveyRow row, String name, JsonNode value) {
    if (value.isObject()) {
      read(row, name, value.path("value"), value.path("unit"));
    } else {
      read(row, name, value, value.path("unit"));
    }
  }

  private static void read(SurveyRow row, String name, JsonNode value, JsonNode unit) {
    if (value.isNumber()) {
      row.add(new Dimension(name, value.decimalValue(), unit.asString(null)));
    } else if (value.isString()) {
      row.add(new Dimension(name, value.stringValue(), unit.asString(null)));
    } else {
      row.refuse("dimensions." + name, value.toString(), "must have a number or a text as value");
    }
  }
}
