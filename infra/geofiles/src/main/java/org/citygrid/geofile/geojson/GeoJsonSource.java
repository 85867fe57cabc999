package org.citygrid.geofile.geojson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citygrid.geofile.Column;
import org.citygrid.geofile.Described;
import org.citygrid.geofile.Described.Warning;
import org.citygrid.geofile.Fault;
import org.citygrid.geofile.Feature;
import org.citygrid.geofile.GeoFileFormat;
import org.citygrid.geofile.Reading;
import org.citygrid.geofile.UnreadableFile;
import org.citygrid.geofile.place.ToLonLat;
import org.citygrid.geofile.source.RowSource;
import org.citygrid.geofile.text.TextFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// Reads GeoJSON: a FeatureCollection, one Feature, or a sequence of features by line (RFC 8142 or
/// plain newlines). Which columns there are, the first 16 MB decide; a property that first comes
/// later is a fault of its row.
public final class GeoJsonSource implements RowSource {
  private static final long LOOK_BYTES = 16 << 20;
  private static final int RECORD_SEPARATOR = 0x1e;
  private static final Pattern CRS_NAME =
      Pattern.compile("(?i)(?:urn:(?:x-)?ogc:def:crs:)?(EPSG|OGC)(?::[\\d.]*)?:+(CRS84|\\d+)");

  private final JsonFactory factory =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
          .build();
  private final TextFile text;
  private final boolean lines;
  private final boolean separators;
  private final Reading how;
  private final Described described;
  private final ToLonLat places;
  private final FeatureParser features;
  private @Nullable String crsInFile;

  private GeoJsonSource(TextFile text, String layer, Reading how, boolean separators, boolean lines)
      throws IOException {
    this.text = text;
    this.lines = lines;
    this.separators = separators;
    this.how = how;
    Properties properties = new Properties();
    look(properties);
    List<Column> columns = properties.columns();
    String crs = how.crs() != null ? how.crs() : crsInFile != null ? crsInFile : "EPSG:4326";
    places = ToLonLat.from(crs);
    features = new FeatureParser(factory, columns, places);
    described =
        new Described(
            lines ? GeoFileFormat.GEOJSON_SEQ : GeoFileFormat.GEOJSON,
            layer,
            List.of(layer),
            columns,
            crs,
            how.crs() != null
                ? "asked for"
                : crsInFile != null ? "the crs member" : "GeoJSON is always",
            text.charset().name(),
            text.from(),
            -1,
            warnings(text));
  }

  /// @param head the file's first bytes, which tell a sequence from a collection
  public static GeoJsonSource open(TextFile text, String layer, Reading how, byte[] head)
      throws IOException {
    boolean separators = head.length > text.bom() && head[text.bom()] == RECORD_SEPARATOR;
    try {
      return new GeoJsonSource(text, layer, how, separators, separators || isSequence(text));
    } catch (JacksonIOException broken) {
      throw broken.getCause();
    } catch (JacksonException broken) {
      throw broken(broken);
    }
  }

  @Override
  public Described described() {
    return described;
  }

  @Override
  public ToLonLat places() {
    return places;
  }

  @Override
  public long bytesRead() {
    return text.bytes().position();
  }

  @Override
  public void read(Predicate<Feature> rows) throws IOException {
    places.restart();
    try {
      if (lines) {
        readLines(rows);
      } else {
        readCollection(rows);
      }
    } catch (JacksonIOException broken) {
      throw broken.getCause();
    } catch (JacksonException broken) {
      throw broken(broken);
    }
  }

  @Override
  public void close() {}

  private void readLines(Predicate<Feature> rows) throws IOException {
    try (InputStream in = utf8()) {
      JsonLines texts = new JsonLines(in, separators);
      while (texts.next()) {
        if (!rows.test(line(texts))) {
          return;
        }
      }
    }
  }

  private Feature line(JsonLines texts) {
    try (JsonParser json =
        factory.createParser(texts.buffer(), texts.textFrom(), texts.textLength())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return broken(texts, "is not a GeoJSON Feature");
      }
      Feature feature = features.read(json, texts.line());
      return json.nextToken() == null ? feature : broken(texts, "goes on after its end");
    } catch (JacksonException wrong) {
      return broken(texts, "is not valid JSON: " + wrong.getOriginalMessage());
    }
  }

  private Feature broken(JsonLines texts, String reason) {
    String start =
        new String(texts.buffer(), texts.textFrom(), Math.min(texts.textLength(), 200), UTF_8);
    return new Feature(
        texts.line(),
        null,
        new @Nullable Object[described.columns().size()],
        List.of(new Fault("row", start, reason)));
  }

  private void readCollection(Predicate<Feature> rows) throws IOException {
    try (JsonParser json = factory.createParser(utf8())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableFile("this is JSON, but no GeoJSON");
      }
      boolean found = false;
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        json.nextToken();
        if (name.equals("crs")) {
          requireKnown(crs(json));
        } else if (name.equals("features") && json.currentToken() == JsonToken.START_ARRAY) {
          found = true;
          if (!each(json, rows)) {
            return;
          }
        } else {
          json.skipChildren();
        }
      }
      if (json.currentToken() != JsonToken.END_OBJECT) {
        throw new UnreadableFile("the file breaks off");
      }
      if (!found) {
        readSingle(rows);
      }
    }
  }

  private boolean each(JsonParser json, Predicate<Feature> rows) {
    long number = 0;
    while (json.nextToken() == JsonToken.START_OBJECT) {
      if (!rows.test(features.read(json, ++number))) {
        return false;
      }
    }
    if (json.currentToken() != JsonToken.END_ARRAY) {
      throw new UnreadableFile(
          json.currentToken() == null
              ? "the file breaks off after " + number + " features"
              : "feature " + (number + 1) + " is no object");
    }
    return true;
  }

  /// A file that is one Feature.
  private void readSingle(Predicate<Feature> rows) throws IOException {
    try (JsonParser json = factory.createParser(utf8())) {
      json.nextToken();
      Feature feature = features.read(json, 1);
      if (feature.faults().stream().anyMatch(fault -> fault.field().equals("type"))) {
        throw new UnreadableFile("this is JSON, but neither a FeatureCollection nor a Feature");
      }
      var _ = rows.test(feature);
    }
  }

  private void requireKnown(@Nullable String seen) {
    if (how.crs() == null && seen != null && !seen.equals(crsInFile)) {
      throw new UnreadableFile(
          "the file names its coordinate system (%s) only after its features: name it when importing"
              .formatted(seen));
    }
  }

  /// Collects columns and the CRS from the beginning of the file.
  private void look(Properties properties) throws IOException {
    if (lines) {
      try (InputStream in = utf8()) {
        JsonLines texts = new JsonLines(in, separators);
        long taken = 0;
        while (taken < LOOK_BYTES && texts.next()) {
          taken += texts.textLength();
          try (JsonParser json =
              factory.createParser(texts.buffer(), texts.textFrom(), texts.textLength())) {
            lookAt(json, properties, Long.MAX_VALUE);
          } catch (JacksonException _) {
            // the row says so itself when it is read
          }
        }
      }
      return;
    }
    try (JsonParser json = factory.createParser(utf8())) {
      lookAt(json, properties, LOOK_BYTES);
    } catch (JacksonIOException broken) {
      throw broken.getCause();
    } catch (JacksonException broken) {
      if (properties.columns().isEmpty()) {
        throw broken(broken);
      }
    }
  }

  /// Passes over all objects: a feature's properties are those directly in `properties` of the top
  /// object or of a member of its `features`.
  private void lookAt(JsonParser json, Properties properties, long mostBytes) {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return;
    }
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      if (name.equals("crs")) {
        crsInFile = crs(json);
      } else if (name.equals("features") && token == JsonToken.START_ARRAY) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
          lookAtFeature(json, properties);
          if (json.currentLocation().getByteOffset() > mostBytes) {
            return;
          }
        }
      } else if (!see(name, json, properties)) {
        json.skipChildren();
      }
    }
  }

  private static void lookAtFeature(JsonParser json, Properties properties) {
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      if (!see(name, json, properties)) {
        json.skipChildren();
      }
    }
  }

  private static boolean see(String name, JsonParser json, Properties properties) {
    JsonToken token = json.currentToken();
    if (name.equals("id") && token.isScalarValue()) {
      properties.see("id", token);
      return true;
    }
    if (!name.equals("properties") || token != JsonToken.START_OBJECT) {
      return false;
    }
    for (String property = json.nextName(); property != null; property = json.nextName()) {
      properties.see(property, json.nextToken());
      json.skipChildren();
    }
    return true;
  }

  /// @param json at the value of `crs`; at its end afterwards
  private static @Nullable String crs(JsonParser json) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return null;
    }
    @Nullable String found = null;
    int depth = 1;
    while (depth > 0) {
      JsonToken token = json.nextToken();
      if (token == null) {
        return found;
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (token == JsonToken.VALUE_STRING) {
        Matcher name = CRS_NAME.matcher(json.getString());
        if (name.matches()) {
          found = name.group(2).equalsIgnoreCase("CRS84") ? "EPSG:4326" : "EPSG:" + name.group(2);
        }
      }
    }
    return found;
  }

  private static boolean isSequence(TextFile text) throws IOException {
    String name = text.bytes().name().toLowerCase(Locale.ROOT);
    if (name.matches(".*\\.(geojsonl|geojsons|ndjson|jsonl|ndgeojson|geojsonseq|json-seq)")) {
      return true;
    }
    try (InputStream in = text.bytes().open()) {
      in.skipNBytes(text.bom());
      JsonLines texts = new JsonLines(in, false);
      if (!texts.next()) {
        throw new UnreadableFile("the file is empty");
      }
      return isWhole(texts) && texts.next() && texts.buffer()[texts.textFrom()] == '{';
    } catch (UnreadableFile oneLongLine) {
      return false;
    }
  }

  private static boolean isWhole(JsonLines texts) {
    try (JsonParser json =
        new JsonFactory().createParser(texts.buffer(), texts.textFrom(), texts.textLength())) {
      return json.nextToken() == JsonToken.START_OBJECT
          && json.skipChildren().currentToken() == JsonToken.END_OBJECT
          && json.nextToken() == null;
    } catch (JacksonException broken) {
      return false;
    }
  }

  private InputStream utf8() throws IOException {
    if (text.charset().equals(UTF_8)) {
      InputStream in = text.bytes().open();
      in.skipNBytes(text.bom());
      return in;
    }
    return new Utf8Stream(text.open());
  }

  private static List<Warning> warnings(TextFile text) {
    List<Warning> warnings = new ArrayList<>(text.warnings());
    if (!text.charset().equals(UTF_8)) {
      warnings.add(
          new Warning(
              "encoding-unusual",
              "GeoJSON should be UTF-8; this file is read as " + text.charset().name() + "."));
    }
    return warnings;
  }

  private static UnreadableFile broken(JacksonException broken) {
    return new UnreadableFile(
        "this is not valid JSON, or it breaks off: " + broken.getOriginalMessage(), broken);
  }
}
