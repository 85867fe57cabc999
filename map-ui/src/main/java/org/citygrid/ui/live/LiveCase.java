package org.citygrid.ui.live;

import org.jspecify.annotations.Nullable;

/// One step of one case, from `citygrid.case-events.v1`.
record LiveCase(
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
    @Nullable String unitCode)
    implements LiveEvent {

  @Override
  public String kind() {
    return "case";
  }
}
