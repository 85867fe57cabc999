package org.citygrid.intake.report;

import java.util.Optional;
import org.citygrid.asset.ComponentSummary;
import org.citygrid.asset.Condition;
import org.citygrid.asset.Kind;
import org.citygrid.asset.ThingClass;
import org.citygrid.geo.LonLat;
import org.citygrid.grid.Placement;

/// What the check of a report asks about the town.
interface TownFacts {
  /// @param place WGS-84
  Placement locate(LonLat place);

  String edition();

  Optional<ThingClass> findClass(Kind kind, String classCode);

  Optional<Condition> findCondition(String id);

  Optional<ComponentSummary> findComponent(String code);
}
