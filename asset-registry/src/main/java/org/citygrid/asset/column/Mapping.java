package org.citygrid.asset.column;

import java.util.Map;

/// Which column of a file holds which of our fields.
///
/// @param columns by our field's name, or `dim:height(m)` for a dimension, or `dimensions` for a
///   column of JSON: the file's column
/// @param defaults by our field's name: what holds where a row has nothing
public record Mapping(Map<String, String> columns, Map<String, String> defaults) {
  public Mapping {
    columns = Map.copyOf(columns);
    defaults = Map.copyOf(defaults);
  }
}
