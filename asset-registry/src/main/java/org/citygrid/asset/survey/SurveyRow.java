package org.citygrid.asset.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citygrid.asset.Dimension;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// One row as it was delivered: texts by field name, a geometry, dimensions, and what the reader
/// already found wrong.
final class SurveyRow {
  /// The fields that a survey may have beside its geometry and dimensions.
  static final Set<String> FIELDS =
      Set.of(
          "code",
          "classCode",
          "competentUnit",
          "ownerUnit",
          "maintenanceUnit",
          "spec",
          "address",
          "state",
          "since",
          "source",
          "note",
          "synthetic");

  private final long line;
  private final Map<String, String> texts = HashMap.newHashMap(16);
  private final List<Dimension> dimensions = new ArrayList<>(4);
  private final List<Reject> faults = new ArrayList<>(0);
  private @Nullable Geometry location;
  private boolean legible = true;

  SurveyRow(long line) {
    this.line = line;
  }

  long line() {
    return line;
  }

  /// An empty or blank text is none.
  void put(String field, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      texts.put(field, text.strip());
    }
  }

  @Nullable String text(String field) {
    return texts.get(field);
  }

  Map<String, String> texts() {
    return texts;
  }

  void place(Geometry where) {
    location = where;
  }

  @Nullable Geometry location() {
    return location;
  }

  void add(Dimension dimension) {
    dimensions.add(dimension);
  }

  List<Dimension> dimensions() {
    return dimensions;
  }

  /// Nothing in this row can be trusted, so nothing else in it is looked at.
  void giveUp(String field, @Nullable String value, String reason) {
    refuse(field, value, reason);
    legible = false;
  }

  boolean isLegible() {
    return legible;
  }

  void refuse(String field, @Nullable String value, String reason) {
    faults.add(Reject.of(line, field, value, reason));
  }

  List<Reject> faults() {
    return faults;
  }
}
