package org.citygrid.ui.live;

import org.jspecify.annotations.Nullable;

/// One step of one request that is not a case, from `citygrid.enquiry-events.v1`.
record LiveEnquiry(
    String number,
    int seq,
    String act,
    String to,
    String at,
    String divisionCode,
    @Nullable String unitCode,
    @Nullable String light,
    @Nullable String dueAt)
    implements LiveEvent {

  @Override
  public String kind() {
    return "enquiry";
  }
}
