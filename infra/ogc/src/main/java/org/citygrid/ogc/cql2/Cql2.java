package org.citygrid.ogc.cql2;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The door: filters from text and JSON, and back.
public final class Cql2 {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Cql2() {}

  /// @throws UnreadableFilter saying what is wrong and where
  public static Expr fromText(String text) {
    Limits.checkLength(text);
    return new TextParser(text).parse();
  }

  /// @throws UnreadableFilter saying what is wrong
  public static Expr fromJson(String json) {
    Limits.checkLength(json);
    try {
      return new JsonReader().read(JSON.readTree(json));
    } catch (JacksonException broken) {
      throw new UnreadableFilter("it is not JSON: " + broken.getOriginalMessage());
    }
  }

  public static String toText(Expr filter) {
    return TextWriter.write(filter);
  }

  public static String toJson(Expr filter) {
    return JSON.writeValueAsString(JsonWriter.write(filter));
  }
}
