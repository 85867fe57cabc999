package org.citygrid.geofile.geojson;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.citygrid.geofile.Column;
import org.citygrid.geofile.GeoFileWriter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// Writes GeoJSON (RFC 7946), whole or one feature a line.
public final class GeoJsonOutput implements GeoFileWriter {
  private final JsonGenerator json;
  private final List<Column> columns;
  private final boolean lines;

  public GeoJsonOutput(OutputStream out, String layer, List<Column> columns, boolean lines)
      throws IOException {
    this.columns = columns;
    this.lines = lines;
    this.json =
        JsonFactory.builder().rootValueSeparator(lines ? "\n" : " ").build().createGenerator(out);
    guard(() -> {
      if (!lines) {
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        json.writeStringProperty("name", layer);
        json.writeName("features");
        json.writeStartArray();
      }
    });
  }

  @Override
  public void write(@Nullable Geometry geometry, @Nullable Object... values) throws IOException {
    guard(() -> {
      if (!lines) {
        json.writeRaw('\n');
      }
      json.writeStartObject();
      json.writeStringProperty("type", "Feature");
      json.writeName("properties");
      json.writeStartObject();
      for (int at = 0; at < columns.size(); at++) {
        json.writeName(columns.get(at).name());
        value(columns.get(at), at < values.length ? values[at] : null);
      }
      json.writeEndObject();
      json.writeName("geometry");
      if (geometry == null || geometry.isEmpty()) {
        json.writeNull();
      } else {
        geometry(geometry);
      }
      json.writeEndObject();
    });
  }

  @Override
  public void close() throws IOException {
    guard(() -> {
      if (lines) {
        json.writeRaw('\n');
      } else {
        json.writeRaw('\n');
        json.writeEndArray();
        json.writeEndObject();
      }
      json.close();
    });
  }

  private void value(Column column, @Nullable Object value) {
    switch (value) {
      case null -> json.writeNull();
      case Boolean truth -> json.writeBoolean(truth);
      case BigDecimal number -> json.writeNumber(number);
      case Double number when number.isNaN() || number.isInfinite() -> json.writeNull();
      case Double number -> json.writeNumber(number);
      case Number number -> json.writeNumber(number.longValue());
      default -> {
        if (column.type() == Column.Type.JSON) {
          json.writeRawValue(value.toString());
        } else {
          json.writeString(value.toString());
        }
      }
    }
  }

  private void geometry(Geometry geometry) {
    json.writeStartObject();
    json.writeStringProperty(
        "type",
        geometry.getGeometryType().equals("LinearRing")
            ? "LineString"
            : geometry.getGeometryType());
    boolean collection = geometry.getGeometryType().equals("GeometryCollection");
    json.writeName(collection ? "geometries" : "coordinates");
    if (collection) {
      json.writeStartArray();
      for (int at = 0; at < geometry.getNumGeometries(); at++) {
        geometry(geometry.getGeometryN(at));
      }
      json.writeEndArray();
    } else {
      coordinates(geometry);
    }
    json.writeEndObject();
  }

  private void coordinates(Geometry geometry) {
    switch (geometry) {
      case Point point when point.isEmpty() -> {
        json.writeStartArray();
        json.writeEndArray();
      }
      case Point point -> position(point.getCoordinate());
      case LineString line -> {
        json.writeStartArray();
        for (Coordinate at : line.getCoordinates()) {
          position(at);
        }
        json.writeEndArray();
      }
      case Polygon area -> {
        json.writeStartArray();
        if (!area.isEmpty()) {
          coordinates(area.getExteriorRing());
          for (int hole = 0; hole < area.getNumInteriorRing(); hole++) {
            coordinates(area.getInteriorRingN(hole));
          }
        }
        json.writeEndArray();
      }
      case GeometryCollection many -> {
        json.writeStartArray();
        for (int at = 0; at < many.getNumGeometries(); at++) {
          coordinates(many.getGeometryN(at));
        }
        json.writeEndArray();
      }
      default -> throw new IllegalArgumentException(geometry.getGeometryType());
    }
  }

  private void position(Coordinate at) {
    json.writeStartArray();
    json.writeNumber(at.x);
    json.writeNumber(at.y);
    json.writeEndArray();
  }

  private static void guard(Runnable write) throws IOException {
    try {
      write.run();
    } catch (JacksonIOException broken) {
      throw broken.getCause();
    } catch (JacksonException broken) {
      throw new IOException(broken);
    }
  }
}
