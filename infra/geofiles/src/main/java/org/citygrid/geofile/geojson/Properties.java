package org.citygrid.geofile.geojson;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygrid.geofile.Column;
import org.citygrid.geofile.Column.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/// The names and types that the properties of the first features show.
final class Properties {
  private final Map<String, @Nullable Type> types = new LinkedHashMap<>();

  void see(String name, JsonToken token) {
    @Nullable Type seen =
        switch (token) {
          case VALUE_NUMBER_INT -> Type.INTEGER;
          case VALUE_NUMBER_FLOAT -> Type.DECIMAL;
          case VALUE_TRUE, VALUE_FALSE -> Type.BOOLEAN;
          case START_ARRAY, START_OBJECT -> Type.JSON;
          case VALUE_STRING -> Type.TEXT;
          default -> null;
        };
    @Nullable Type known = types.get(name);
    types.put(
        name, known == null || known == seen ? seen : seen == null ? known : both(known, seen));
  }

  List<Column> columns() {
    return types.entrySet().stream()
        .map(each -> {
          @Nullable Type type = each.getValue();
          return new Column(each.getKey(), type == null ? Type.TEXT : type);
        })
        .toList();
  }

  /// @param json at the value; at its end afterwards
  /// @return of the column's type; null for null
  /// @throws IllegalArgumentException if it is of another
  static @Nullable Object read(JsonParser json, Type type, JsonFactory factory) {
    JsonToken token = json.currentToken();
    return switch (token) {
      case VALUE_NULL -> null;
      case VALUE_STRING ->
          type == Type.TEXT || type == Type.JSON
              ? (type == Type.JSON ? structure(json, factory) : json.getString())
              : wrong(type);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json, type, token);
      case VALUE_TRUE, VALUE_FALSE ->
          switch (type) {
            case BOOLEAN -> token == JsonToken.VALUE_TRUE;
            case TEXT, JSON -> token == JsonToken.VALUE_TRUE ? "true" : "false";
            default -> wrong(type);
          };
      default -> {
        String structure = structure(json, factory);
        yield type == Type.JSON || type == Type.TEXT ? structure : wrong(type);
      }
    };
  }

  static String structure(JsonParser json, JsonFactory factory) {
    StringWriter text = new StringWriter();
    try (JsonGenerator copy = factory.createGenerator(text)) {
      copy.copyCurrentStructureExact(json);
    }
    return text.toString();
  }

  private static @Nullable Object number(JsonParser json, Type type, JsonToken token) {
    return switch (type) {
      case TEXT, JSON -> json.getString();
      case DECIMAL -> decimal(json);
      case INTEGER ->
          token == JsonToken.VALUE_NUMBER_INT
                  && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER
              ? (Object) json.getLongValue()
              : wrong(type);
      default -> wrong(type);
    };
  }

  private static BigDecimal decimal(JsonParser json) {
    BigDecimal value = json.getDecimalValue();
    if (Math.abs((long) value.scale()) > 1000) {
      throw new IllegalArgumentException("is too large a number");
    }
    return value;
  }

  private static @Nullable Object wrong(Type type) {
    throw new IllegalArgumentException(
        "is not of the kind that this column has at the beginning of the file: "
            + type.name().toLowerCase(java.util.Locale.ROOT));
  }

  private static Type both(Type one, Type other) {
    boolean numbers =
        (one == Type.INTEGER || one == Type.DECIMAL)
            && (other == Type.INTEGER || other == Type.DECIMAL);
    return numbers ? Type.DECIMAL : Type.TEXT;
  }
}
