package org.citygrid.dispatch.casefile;

import java.util.Collection;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Carries rows to and from PostgreSQL as JSON, names in snake case as the columns are: one
/// parameter for a thousand rows, and no list of columns kept in two places.
final class RowJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private RowJson() {}

  static CaseFile read(String row) {
    return new CaseFile(JSON.readValue(row, Origin.class), JSON.readValue(row, Standing.class));
  }

  static String rows(Collection<?> rows) {
    return JSON.writeValueAsString(rows);
  }

  static String text(Object value) {
    return JSON.writeValueAsString(value);
  }

  /// Only what moves change, with the version and the calendar it was read at.
  static ObjectNode changed(Journal.Changed changed) {
    ObjectNode row = JSON.valueToTree(changed.file().standing());
    row.put("id", changed.file().id().toString());
    row.put("was", changed.was());
    row.put("laid_by", changed.laidBy());
    return row;
  }
}
