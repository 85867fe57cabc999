package org.citygrid.platform.message;

/// The names of the house's topics; each has a dead-letter topic beside it.
public final class Topics {
  /// Reports as accepted by intake, keyed by duty grid.
  public static final String REPORTS = "citygrid.reports.v1";

  /// What collectors found on verify and check tasks, keyed by case.
  public static final String FIELD_RESULTS = "citygrid.field-results.v1";

  /// Every step of every case, in order, keyed by case.
  public static final String CASE_EVENTS = "citygrid.case-events.v1";

  private Topics() {}

  /// Where what cannot be processed is put aside.
  public static String deadLettersOf(String topic) {
    return topic + ".dlt";
  }
}
