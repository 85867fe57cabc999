package org.citygrid.asset.edit;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.citygrid.asset.Dimension;
import org.citygrid.asset.attribute.Attributes;
import org.citygrid.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/// Looks for everything that is wrong with a card as it would be.
///
/// @param classExists whether the town's edition has a component class of this code
/// @param unitExists whether a unit of this code is registered
/// @param today nothing is known from a later day
record CardCheck(
    Predicate<String> classExists,
    Predicate<String> unitExists,
    Attributes attributes,
    LocalDate today) {
  private static final LocalDate EARLIEST = LocalDate.of(1000, 1, 1);

  void check(CardDraft draft, Violations wrong) {
    wrong.require(
        classExists.test(draft.classCode),
        "classCode",
        "is not a component class of this town's edition");
    wrong.require(draft.ownerUnit != null, "ownerUnit", "is missing: whose is it?");
    wrong.require(draft.place != null, "location", "is missing: where is it?");
    checkUnit("competentUnit", draft.competentUnit, wrong);
    checkUnit("ownerUnit", draft.ownerUnit, wrong);
    checkUnit("maintenanceUnit", draft.maintenanceUnit, wrong);
    checkDay("since", draft.since, wrong);
    checkDay("competentFrom", draft.competentFrom, wrong);
    checkDay("ownerFrom", draft.ownerFrom, wrong);
    checkDay("maintenanceFrom", draft.maintenanceFrom, wrong);
    checkDimensions(draft, wrong);
  }

  private void checkUnit(String field, @Nullable String unit, Violations wrong) {
    wrong.require(
        unit == null || unitExists.test(unit), field, "is not the code of a registered unit");
  }

  /// A change that lies ahead is written down when it has come: a card tells what is.
  private void checkDay(String field, @Nullable LocalDate day, Violations wrong) {
    wrong.require(day == null || !day.isAfter(today), field, "lies in the future");
    wrong.require(day == null || !day.isBefore(EARLIEST), field, "is too long ago");
  }

  private void checkDimensions(CardDraft draft, Violations wrong) {
    Set<String> seen = new HashSet<>();
    for (Dimension dimension : draft.dimensions) {
      String field = "dimensions." + dimension.name();
      String fault = attributes.fault(draft.classCode, dimension);
      wrong.require(fault == null, field, String.valueOf(fault));
      wrong.require(seen.add(dimension.name()), field, "is given twice");
    }
  }
}
