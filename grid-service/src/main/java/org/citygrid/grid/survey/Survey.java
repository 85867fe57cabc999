package org.citygrid.grid.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.citygrid.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/// Reads a GeoJSON FeatureCollection into features with typed properties.
final class Survey {
  private final JsonMapper json;

  Survey(JsonMapper json) {
    this.json = json;
  }

  /// @param geometry CGCS2000 degrees, valid; null when the feature has none
  record Feature<P>(int index, P properties, @Nullable Geometry geometry) {}

  /// Reads what can be read; the rest goes to `rejections`.
  <P> List<Feature<P>> read(JsonNode collection, Class<P> properties, Rejections rejections) {
    if (!"FeatureCollection".equals(collection.path("type").asString(""))) {
      throw Problem.badRequest("type", "must be FeatureCollection").asException();
    }
    JsonNode features = collection.path("features");
    if (!features.isArray()) {
      throw Problem.badRequest("features", "must be an array").asException();
    }
    var read = new ArrayList<Feature<P>>(features.size());
    for (int index = 0; index < features.size(); index++) {
      Feature<P> feature = feature(index, features.get(index), properties, rejections);
      if (feature != null) {
        read.add(feature);
      }
    }
    return read;
  }

  private <P> @Nullable Feature<P> feature(
      int index, JsonNode feature, Class<P> type, Rejections rejections) {
    P properties = null;
    try {
      properties = json.treeToValue(feature.path("properties"), type);
    } catch (UnrecognizedPropertyException unknown) {
      rejections.add(
          index, "properties." + unknown.getPropertyName(), null, "is not a known field");
    } catch (JacksonException wrong) {
      rejections.add(index, "properties", null, wrong.getOriginalMessage());
    }
    try {
      Geometry geometry = GeoJsonReader.read(feature.path("geometry"));
      return properties == null ? null : new Feature<>(index, properties, geometry);
    } catch (IllegalArgumentException wrong) {
      rejections.add(index, "geometry", null, String.valueOf(wrong.getMessage()));
      return null;
    }
  }

  /// Rejects features whose code was in the collection before.
  static <P> void requireOnce(
      List<Feature<P>> features, Function<P, @Nullable String> code, Rejections rejections) {
    Set<String> seen = new HashSet<>();
    for (Feature<P> feature : features) {
      String value = code.apply(feature.properties());
      if (value != null && !seen.add(value)) {
        rejections.add(feature.index(), "properties.code", value, "is there twice");
      }
    }
  }
}
