package org.citygrid.geofile.geojson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citygrid.geofile.Column;
import org.citygrid.geofile.Fault;
import org.citygrid.geofile.Feature;
import org.citygrid.geofile.UnreadableFile;
import org.citygrid.geofile.place.ToLonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/// Reads one GeoJSON feature into the columns that are known. Its `id` is a column of that name
/// where no property is called so.
final class FeatureParser {
  private final JsonFactory factory;
  private final List<Column> columns;
  private final Map<String, Integer> index = new HashMap<>();
  private final ToLonLat places;

  FeatureParser(JsonFactory factory, List<Column> columns, ToLonLat places) {
    this.factory = factory;
    this.columns = columns;
    this.places = places;
    for (int at = 0; at < columns.size(); at++) {
      index.put(columns.get(at).name(), at);
    }
  }

  /// @param json at the start of the feature's object; at its end afterwards
  Feature read(JsonParser json, long line) {
    List<Fault> faults = new ArrayList<>(0);
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    @Nullable Geometry geometry = null;
    @Nullable String type = null;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "type" ->
            type = json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : skip(json);
        case "geometry" -> geometry = geometry(json, faults);
        case "properties" -> properties(json, values, faults);
        case "id" -> value("id", json, values, faults, true);
        case "coordinates", "geometries" ->
            throw new UnreadableFile("the features are bare geometries; each must be a Feature");
        default -> json.skipChildren();
      }
    }
    if (!"Feature".equals(type)) {
      faults.add(new Fault("type", type, "is not a GeoJSON Feature"));
    }
    return new Feature(line, geometry, values, faults);
  }

  private static @Nullable String skip(JsonParser json) {
    json.skipChildren();
    return null;
  }

  private @Nullable Geometry geometry(JsonParser json, List<Fault> faults) {
    try {
      @Nullable Geometry geometry = GeometryParser.read(json);
      return geometry == null ? null : places.apply(geometry, faults);
    } catch (IllegalArgumentException broken) {
      faults.add(new Fault("geometry", null, String.valueOf(broken.getMessage())));
      return null;
    }
  }

  private void properties(JsonParser json, @Nullable Object[] values, List<Fault> faults) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      value(name, json, values, faults, false);
    }
  }

  private void value(
      String name, JsonParser json, @Nullable Object[] values, List<Fault> faults, boolean id) {
    @Nullable Integer at = index.get(name);
    if (at == null) {
      if (json.currentToken() != JsonToken.VALUE_NULL) {
        faults.add(
            new Fault(name, null, "is not among the properties at the beginning of the file"));
      }
      json.skipChildren();
      return;
    }
    if (id && values[at] != null) {
      json.skipChildren();
      return;
    }
    try {
      values[at] = Properties.read(json, columns.get(at).type(), factory);
    } catch (IllegalArgumentException wrong) {
      @Nullable String seen = json.currentToken().isScalarValue() ? json.getString() : null;
      faults.add(new Fault(name, seen, String.valueOf(wrong.getMessage())));
    }
  }
}
