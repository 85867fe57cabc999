package org.citygrid.dispatch.casefile;

import java.util.Optional;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.Condition;
import org.citygrid.asset.Kind;
import org.citygrid.dispatch.DispatchSettings;
import org.citygrid.dispatch.deadline.Limit;
import org.citygrid.dispatch.deadline.LimitUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The handling limit that hangs on a filing condition.
@Component
final class Limits {

  /// Stands for "the catalogue has no condition for this class".
  static final String UNLISTED = "unlisted";

  private final Catalogue catalogue;
  private final int unlistedWorkDays;

  Limits(Catalogue catalogue, DispatchSettings settings) {
    this.catalogue = catalogue;
    this.unlistedWorkDays = settings.unlistedWorkDays();
  }

  /// The condition to file a case under: as given, else [#UNLISTED] where the class has none.
  ///
  /// @return empty when it is missing, unknown, or of another class
  Optional<String> conditionFor(Origin origin, @Nullable String given) {
    var kind = Kind.of(origin.kind());
    if (catalogue.listConditions(kind, origin.classCode()).isEmpty()) {
      return Optional.of(UNLISTED);
    }
    return Optional.ofNullable(given)
        .flatMap(catalogue::findCondition)
        .filter(c -> c.kind() == kind && c.classCode().equals(origin.classCode()))
        .map(Condition::id);
  }

  Limit of(String conditionId) {
    return catalogue
        .findCondition(conditionId)
        .map(c -> new Limit(c.limitValue(), LimitUnit.of(c.limitUnit())))
        .orElseGet(() -> new Limit(unlistedWorkDays, LimitUnit.WORK_DAY));
  }
}
