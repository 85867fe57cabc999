package org.citygrid.asset.survey;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import org.citygrid.asset.ClassCode;
import org.citygrid.asset.ComponentCode;
import org.citygrid.asset.ComponentState;
import org.citygrid.asset.Dimension;
import org.citygrid.asset.attribute.Attributes;
import org.citygrid.asset.column.Reject;
import org.citygrid.asset.column.SurveyField;
import org.citygrid.asset.column.SurveyRow;
import org.citygrid.geofile.GeometryRepair;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/// Looks for everything that is wrong with a row by itself. What concerns several rows, the
/// database finds.
///
/// @param classExists whether the town's edition has a component class of this code
/// @param today no component can be known from a later day
record RowCheck(
    Predicate<String> classExists, Set<String> units, Attributes attributes, LocalDate today) {
  private static final int LONGEST_TEXT = 1000;
  private static final int LONGEST_PROPOSAL = 10_000;
  private static final SurveyField[] FIELDS = SurveyField.values();
  private static final int MOST_POSITIONS = 50_000;

  /// Adds to the faults of `row`; the row is good when it has none afterwards.
  void check(SurveyRow row) {
    if (!row.isLegible()) {
      return;
    }
    checkTexts(row);
    checkCode(row);
    checkUnit(row, SurveyField.COMPETENT_UNIT);
    checkUnit(row, SurveyField.OWNER_UNIT);
    checkUnit(row, SurveyField.MAINTENANCE_UNIT);
    checkLocation(row);
    checkDimensions(row);
    checkState(row);
  }

  /// The class that a row names, or that its code implies.
  static @Nullable String classOf(SurveyRow row) {
    String named = row.text(SurveyField.CLASS_CODE);
    String code = row.text(SurveyField.CODE);
    return named == null && code != null && ComponentCode.isComponentCode(code)
        ? code.substring(6, 10)
        : named;
  }

  private static void checkTexts(SurveyRow row) {
    for (SurveyField field : FIELDS) {
      String text = row.text(field);
      if (text != null && text.length() > LONGEST_TEXT) {
        row.refuse(field, text, "is longer than 1000 characters");
      }
      if (text != null && text.indexOf('\0') >= 0) {
        row.refuse(field, null, "holds a character that is none (NUL)");
      }
    }
    if (row.text(SurveyField.OWNER_UNIT) == null) {
      row.refuse(SurveyField.OWNER_UNIT, null, "is missing: whose is it?");
    }
  }

  private void checkCode(SurveyRow row) {
    String code = row.text(SurveyField.CODE);
    if (code != null && !ComponentCode.isComponentCode(code)) {
      row.refuse(SurveyField.CODE, code, "must be 16 digits: county 6, class 4, number 6");
      return;
    }
    String classCode = classOf(row);
    if (classCode == null) {
      row.refuse(SurveyField.CLASS_CODE, null, "is missing, and there is no code to take it from");
    } else if (!ClassCode.isClassCode(classCode) || !classExists.test(classCode)) {
      row.refuse(
          SurveyField.CLASS_CODE, classCode, "is not a component class of this town's edition");
    } else if (code != null && !code.startsWith(classCode, 6)) {
      row.refuse(SurveyField.CLASS_CODE, classCode, "is not the class in the code " + code);
    }
  }

  private void checkUnit(SurveyRow row, SurveyField field) {
    String unit = row.text(field);
    if (unit != null && !units.contains(unit)) {
      row.refuse(field, unit, "is not the code or the name of a registered unit");
    }
  }

  private static void checkLocation(SurveyRow row) {
    Geometry location = row.location();
    if (location == null) {
      return;
    }
    if (location instanceof Point point && !point.isEmpty()) {
      String fault = Coordinates.fault(point.getX(), point.getY());
      if (fault != null) {
        row.refuse("location", point.getX() + ", " + point.getY(), fault);
      }
      return;
    }
    if (location.isEmpty()) {
      row.refuse("location", null, "has no coordinates");
      return;
    }
    if (location.getNumPoints() > MOST_POSITIONS) {
      row.refuse("location", null, "has more than 50000 positions");
      return;
    }
    for (Coordinate position : location.getCoordinates()) {
      String fault = Coordinates.fault(position.x, position.y);
      if (fault != null) {
        row.refuse("location", position.x + ", " + position.y, fault);
        return;
      }
    }
    if (location.getDimension() > 0) {
      GeometryRepair.propose(location)
          .ifPresent(repair ->
              row.refuse(
                  Reject.of(row.line(), "location", null, "is not valid: " + repair.reason())
                      .proposing(cut(repair.text()))));
    }
  }

  private static String cut(String proposal) {
    return proposal.length() > LONGEST_PROPOSAL
        ? proposal.substring(0, LONGEST_PROPOSAL) + "…"
        : proposal;
  }

  private void checkDimensions(SurveyRow row) {
    String classCode = classOf(row);
    for (Dimension dimension : row.dimensions()) {
      String fault =
          attributes
              .find(classCode == null ? "" : classCode, dimension.name())
              .map(attribute -> attribute.fault(dimension))
              .orElse(null);
      if (fault == null
          && attributes.find(classCode == null ? "" : classCode, dimension.name()).isEmpty()) {
        fault = "is not an attribute of this class";
      }
      if (fault != null) {
        row.refuse(
            "dimensions." + dimension.name(), dimension.value() + " " + dimension.unit(), fault);
      }
    }
  }

  private void checkState(SurveyRow row) {
    String state = row.text(SurveyField.STATE);
    if (state != null && ComponentState.find(state).isEmpty()) {
      row.refuse(
          SurveyField.STATE, state, "must be intact, damaged, lost, abandoned or moved_away");
    }
    String synthetic = row.text(SurveyField.SYNTHETIC);
    if (synthetic != null && !Set.of("true", "false").contains(synthetic)) {
      row.refuse(SurveyField.SYNTHETIC, synthetic, "must be true or false");
    }
    String since = row.text(SurveyField.SINCE);
    if (since != null) {
      checkSince(row, since);
    }
  }

  private void checkSince(SurveyRow row, String since) {
    try {
      LocalDate day = LocalDate.parse(since);
      if (day.isAfter(today)) {
        row.refuse(SurveyField.SINCE, since, "lies in the future");
      } else if (day.getYear() < 1000) {
        row.refuse(SurveyField.SINCE, since, "is too long ago");
      }
    } catch (DateTimeException wrong) {
      row.refuse(SurveyField.SINCE, since, "must be a date such as 2024-05-31");
    }
  }
}
