package org.citygrid.ogc.features;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.citygrid.ogc.OgcCollection;
import org.citygrid.ogc.Property;
import org.citygrid.ogc.web.Link;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// Writes features as GeoJSON (RFC 7946). A property without a value is null rather than missing:
/// programs learn a collection's fields from its first page.
final class GeoJson {
  private final JsonMapper json;

  GeoJson(JsonMapper json) {
    this.json = json;
  }

  byte[] page(OgcCollection collection, Page page, List<Link> links, Instant at) {
    var bytes = new ByteArrayOutputStream(512 * (page.rows().size() + 1));
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringProperty("type", "FeatureCollection");
      out.writeStringProperty("timeStamp", at.toString());
      if (page.matched() != null) {
        out.writeNumberProperty("numberMatched", page.matched());
      }
      out.writeNumberProperty("numberReturned", page.rows().size());
      out.writePOJOProperty("links", links);
      out.writeArrayPropertyStart("features");
      for (Row row : page.rows()) {
        out.writeStartObject();
        members(out, collection, row);
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  byte[] feature(OgcCollection collection, Row row, List<Link> links) {
    var bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      members(out, collection, row);
      out.writePOJOProperty("links", links);
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void members(JsonGenerator out, OgcCollection collection, Row row) {
    out.writeStringProperty("type", "Feature");
    out.writeStringProperty("id", row.key());
    out.writeName("geometry");
    raw(out, row.geoJson());
    out.writeObjectPropertyStart("properties");
    List<Property> properties = collection.properties();
    for (int i = 0; i < properties.size(); i++) {
      Property property = properties.get(i);
      out.writeName(property.name());
      value(out, property, row.values().get(i));
    }
    out.writeEndObject();
  }

  private static void value(JsonGenerator out, Property property, @Nullable Object value) {
    switch (value) {
      case null -> out.writeNull();
      case String text when property.type() == Property.Type.JSON -> out.writeRawValue(text);
      case String text -> out.writeString(text);
      case Long number -> out.writeNumber(number);
      case BigDecimal number -> out.writeNumber(number);
      case Boolean truth -> out.writeBoolean(truth);
      default -> out.writeString(value.toString());
    }
  }

  private static void raw(JsonGenerator out, @Nullable String text) {
    if (text == null) {
      out.writeNull();
    } else {
      out.writeRawValue(text);
    }
  }
}
