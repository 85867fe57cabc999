package org.citygrid.dispatch.deadline;

import java.util.Locale;

/// What a handling limit counts in, and so which clock measures it.
public enum LimitUnit {
  /// 紧急工作时: runs on, nights and holidays too.
  EMERGENCY_HOUR(true),
  /// 工作时: only in work periods.
  WORK_HOUR(false),
  /// 工作日: as many hours as a work day has, only in work periods.
  WORK_DAY(false),
  /// 紧急工作日, 自然日: 24 hours each, runs on.
  CALENDAR_DAY(true);

  private final boolean runsOn;

  LimitUnit(boolean runsOn) {
    this.runsOn = runsOn;
  }

  public boolean runsOn() {
    return runsOn;
  }

  /// The spelling of the catalogues and of the API, for example `work_day`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Reads the spelling of the catalogues.
  ///
  /// @throws IllegalArgumentException for an unknown unit
  public static LimitUnit of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
