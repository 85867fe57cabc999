package org.citygrid.dispatch.routing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// One line of the responsibility matrix: who answers for which classes, where, since when.
///
/// @param classPrefix 4 digits a minor class, 2 a major class, empty all classes
/// @param divisionCode the division and all below it
/// @param dutyGridCode only this duty grid; empty for the whole division
record Responsibility(
    String kind,
    String classPrefix,
    String divisionCode,
    String dutyGridCode,
    String unitCode,
    LocalDate validFrom,
    @Nullable String setBy,
    @Nullable Instant setAt) {

  /// Stands for "since ever".
  static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

  /// The closest is the greatest: minor class before major, then duty grid before division and
  /// smaller division before larger, then the later date.
  static final Comparator<Responsibility> CLOSENESS =
      Comparator.comparingInt((Responsibility r) -> r.classPrefix.length())
          .thenComparingInt(r -> r.dutyGridCode.length())
          .thenComparingInt(r -> r.divisionCode.length())
          .thenComparing(Responsibility::validFrom);

  boolean covers(
      String kind, String classCode, String division, @Nullable String dutyGrid, LocalDate day) {
    return this.kind.equals(kind)
        && classCode.startsWith(classPrefix)
        && division.startsWith(divisionCode)
        && (dutyGridCode.isEmpty() || dutyGridCode.equals(dutyGrid))
        && !validFrom.isAfter(day);
  }

  /// What it says, as a case keeps it: kind, classes, place and date.
  String told() {
    return String.join(
        " ",
        kind,
        classPrefix.isEmpty() ? "*" : classPrefix,
        dutyGridCode.isEmpty() ? divisionCode : dutyGridCode,
        validFrom.toString());
  }
}
