package org.citygrid.asset.survey;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a FeatureCollection feature by feature; rows are numbered as features.
record GeoJsonSurvey(JsonMapper json) implements SurveyReader {
  private static final Set<String> OUR_CRS =
      Set.of(
          "urn:ogc:def:crs:OGC:1.3:CRS84",
          "urn:ogc:def:crs:EPSG::4490",
          "urn:ogc:def:crs:EPSG::4326",
          "EPSG:4490",
          "EPSG:4326");

  @Override
  public void read(InputStream in, Consumer<SurveyRow> rows) throws IOException {
    try (JsonParser parser = json.createParser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableSurvey("a GeoJSON FeatureCollection must be an object");
      }
      if (!readMembers(parser, rows)) {
        throw new UnreadableSurvey("a GeoJSON FeatureCollection must have the array \"features\"");
      }
    } catch (JacksonException broken) {
      throw new UnreadableSurvey(
          "not valid JSON at line %d, column %d: %s"
              .formatted(
                  broken.getLocation() == null ? 0 : broken.getLocation().getLineNr(),
                  broken.getLocation() == null ? 0 : broken.getLocation().getColumnNr(),
                  broken.getOriginalMessage()),
          broken);
    }
  }

  /// Whether there were features among the members.
  private boolean readMembers(JsonParser parser, Consumer<SurveyRow> rows) {
    boolean found = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("features") && value == JsonToken.START_ARRAY) {
        readFeatures(parser, rows);
        found = true;
      } else if (name.equals("crs") && value == JsonToken.START_OBJECT) {
        requireOurs(parser.readValueAsTree());
      } else {
        parser.skipChildren();
      }
    }
    return found;
  }

  private static void readFeatures(JsonParser parser, Consumer<SurveyRow> rows) {
    long number = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode feature = parser.readValueAsTree();
      rows.accept(FeatureReader.read(++number, feature));
    }
  }

  /// Old GeoJSON could name another CRS; reading its numbers as degrees would put everything wrong.
  private static void requireOurs(JsonNode crs) {
    String name = crs.path("properties").path("name").asString("");
    if (!OUR_CRS.contains(name)) {
      throw new UnreadableSurvey(
          "coordinates are in \""
              + name
              + "\": deliver longitude and latitude (EPSG:4490 or 4326)");
    }
  }
}
