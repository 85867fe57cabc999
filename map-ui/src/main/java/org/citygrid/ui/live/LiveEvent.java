package org.citygrid.ui.live;

import java.util.Set;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Role;
import org.jspecify.annotations.Nullable;

/// One step of one case, as pages hear of it. Field names are those of the topic
/// `citygrid.case-events.v1`; fields that pages do not need are left out.
record LiveEvent(
    String caseId,
    String caseNumber,
    int seq,
    String action,
    String to,
    String at,
    String divisionCode,
    @Nullable String dutyGridCode,
    String classCode,
    double lon,
    double lat,
    @Nullable String light,
    @Nullable String dueAt,
    @Nullable String unitCode) {

  private static final Set<Role> OWN_ONLY = Set.of(Role.DEPARTMENT, Role.WORKER, Role.COLLECTOR);

  /// Whether the case lies within what this actor may read.
  boolean isFor(Actor actor) {
    boolean inDivision = divisionCode.startsWith(actor.divisionCode());
    return inDivision
        && (readsAll(actor) || (unitCode != null && unitCode.equals(actor.unitCode())));
  }

  private static boolean readsAll(Actor actor) {
    return actor.roles().stream().anyMatch(role -> !OWN_ONLY.contains(role));
  }
}
