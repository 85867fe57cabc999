package org.citygrid.ogc.features;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.citygrid.ogc.Clause;
import org.citygrid.ogc.Property;
import org.citygrid.ogc.cql2.Queryable;

/// Values of properties as they stand in an address.
final class Values {
  private static final int LONGEST_NUMBER = 40;

  private Values() {}

  /// A question mark of the property's type and its value; empty when it cannot be one.
  static Optional<Clause> read(Property property, String text) {
    if (text.indexOf(0) >= 0) {
      return Optional.empty();
    }
    try {
      return switch (property.type()) {
        case TEXT -> Optional.of(Clause.of("?::text", text));
        case UUID -> Optional.of(Clause.of("?::uuid", UUID.fromString(text)));
        case INTEGER -> Optional.of(Clause.of("?::bigint", Long.valueOf(text)));
        case DECIMAL ->
            text.length() > LONGEST_NUMBER || !text.matches("-?\\d+(\\.\\d+)?")
                ? Optional.empty()
                : Optional.of(Clause.of("?::numeric", new BigDecimal(text)));
        case BOOLEAN ->
            switch (text) {
              case "true" -> Optional.of(Clause.of("true"));
              case "false" -> Optional.of(Clause.of("false"));
              default -> Optional.empty();
            };
        case DATE -> Optional.of(Clause.of("?::date", LocalDate.parse(text)));
        case INSTANT -> Optional.of(Clause.of("?::timestamptz", OffsetDateTime.parse(text)));
        case JSON -> Optional.empty();
      };
    } catch (IllegalArgumentException | DateTimeException wrong) {
      return Optional.empty();
    }
  }

  /// How a filter may use it; empty when it may not.
  static Optional<Queryable> queryable(Property property) {
    return switch (property.type()) {
      case TEXT -> Optional.of(new Queryable(property.sql(), Queryable.Kind.TEXT));
      case UUID ->
          Optional.of(new Queryable("(" + property.sql() + ")::text", Queryable.Kind.TEXT));
      case INTEGER, DECIMAL -> Optional.of(new Queryable(property.sql(), Queryable.Kind.NUMBER));
      case BOOLEAN -> Optional.of(new Queryable(property.sql(), Queryable.Kind.BOOLEAN));
      case DATE -> Optional.of(new Queryable(property.sql(), Queryable.Kind.DATE));
      case INSTANT -> Optional.of(new Queryable(property.sql(), Queryable.Kind.INSTANT));
      case JSON -> Optional.empty();
    };
  }
}
