package org.citygrid.asset.column;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygrid.asset.Dimension;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// One row as it was delivered: texts by field, a geometry, dimensions, and what the reader already
/// found wrong.
public final class SurveyRow {
  private final long line;
  private final @Nullable String[] texts = new String[SurveyField.values().length];
  private final List<Dimension> dimensions = new ArrayList<>(4);
  private final List<Reject> faults = new ArrayList<>(0);
  private @Nullable Geometry location;
  private boolean legible = true;

  public SurveyRow(long line) {
    this.line = line;
  }

  public long line() {
    return line;
  }

  /// An empty or blank text is none.
  public void put(SurveyField field, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      texts[field.ordinal()] = text.strip();
    }
  }

  public @Nullable String text(SurveyField field) {
    return texts[field.ordinal()];
  }

  public Map<SurveyField, String> texts() {
    Map<SurveyField, String> given = LinkedHashMap.newLinkedHashMap(texts.length);
    for (SurveyField field : SurveyField.values()) {
      String text = texts[field.ordinal()];
      if (text != null) {
        given.put(field, text);
      }
    }
    return given;
  }

  public void place(Geometry where) {
    location = where;
  }

  public @Nullable Geometry location() {
    return location;
  }

  public void add(Dimension dimension) {
    dimensions.add(dimension);
  }

  public List<Dimension> dimensions() {
    return dimensions;
  }

  /// Nothing in this row can be trusted, so nothing else in it is looked at.
  public void giveUp(String field, @Nullable String value, String reason) {
    refuse(field, value, reason);
    legible = false;
  }

  /// The faults that were found say all that there is to say.
  public void giveUp() {
    legible = false;
  }

  public boolean isLegible() {
    return legible;
  }

  public void refuse(String field, @Nullable String value, String reason) {
    faults.add(Reject.of(line, field, value, reason));
  }

  public void refuse(SurveyField field, @Nullable String value, String reason) {
    refuse(field.word(), value, reason);
  }

  public void refuse(Reject fault) {
    faults.add(fault);
  }

  public List<Reject> faults() {
    return faults;
  }
}
