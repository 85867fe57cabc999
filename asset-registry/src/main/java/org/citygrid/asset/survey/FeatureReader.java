package org.citygrid.asset.survey;

import java.util.Set;
import org.citygrid.asset.Dimension;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Turns one GeoJSON feature into a row.
final class FeatureReader {
  /// What an export of identity cards has besides; the register finds these out for itself.
  private static final Set<String> FOUND_OUT =
      Set.of(
          "kind", "className", "cellCode", "dutyGridCode", "divisionCode", "changedAt", "version");

  private FeatureReader() {}

  static SurveyRow read(long line, JsonNode feature) {
    SurveyRow row = new SurveyRow(line);
    if (!feature.path("type").asString("").equals("Feature")) {
      row.giveUp("type", feature.path("type").asString(null), "must be Feature");
      return row;
    }
    readLocation(row, feature.path("geometry"));
    feature
        .path("properties")
        .properties()
        .forEach(p -> readProperty(row, p.getKey(), p.getValue()));
    return row;
  }

  private static void readLocation(SurveyRow row, JsonNode geometry) {
    if (!geometry.isObject()) {
      row.refuse("geometry", null, "is missing");
      return;
    }
    try {
      row.place(GeoJsonGeometry.read(geometry));
    } catch (IllegalArgumentException wrong) {
      row.refuse("geometry", geometry.toString(), String.valueOf(wrong.getMessage()));
    }
  }

  private static void readProperty(SurveyRow row, String name, JsonNode value) {
    if (name.equals("dimensions")) {
      readDimensions(row, value);
    } else if (SurveyRow.FIELDS.contains(name)) {
      row.put(name, text(row, name, value));
    } else if (!FOUND_OUT.contains(name)) {
      row.refuse(name, value.toString(), "is not a known field");
    }
  }

  private static @Nullable String text(SurveyRow row, String name, JsonNode value) {
    if (value.isContainer()) {
      row.refuse(name, value.toString(), "must be a text");
      return null;
    }
    return value.isNull() ? null : value.asString();
  }

  /// Either `[{name, value, unit}]`, or `{name: {value, unit}}`, or `{name: value}`.
  private static void readDimensions(SurveyRow row, JsonNode dimensions) {
    if (dimensions.isArray()) {
      dimensions.forEach(one ->
          readDimension(row, one.path("name").asString(""), one.path("value"), one.path("unit")));
    } else if (dimensions.isObject()) {
      dimensions.properties().forEach(one -> readNamed(row, one.getKey(), one.getValue()));
    } else if (!dimensions.isNull()) {
      row.refuse("dimensions", dimensions.toString(), "must be an array or an object");
    }
  }

  private static void readNamed(SurveyRow row, String name, JsonNode value) {
    if (value.isObject()) {
      readDimension(row, name, value.path("value"), value.path("unit"));
    } else {
      readDimension(row, name, value, value.path("unit"));
    }
  }

  private static void readDimension(SurveyRow row, String name, JsonNode value, JsonNode unit) {
    if (value.isNumber()) {
      row.add(new Dimension(name, value.decimalValue(), unit.asString(null)));
    } else if (value.isString()) {
      row.add(new Dimension(name, value.stringValue(), unit.asString(null)));
    } else {
      row.refuse("dimensions." + name, value.toString(), "must have a number or a text as value");
    }
  }
}
