package org.citygrid.platform.message;

import java.util.List;

/// The names of the house's topics; each has a dead-letter topic beside it.
public final class Topics {
  /// Reports as accepted by intake, keyed by duty grid.
  public static final String REPORTS = "citygrid.reports.v1";

  /// What collectors found on verify and check tasks, keyed by case.
  public static final String FIELD_RESULTS = "citygrid.field-results.v1";

  /// Every step of every case, in order, keyed by case.
  public static final String CASE_EVENTS = "citygrid.case-events.v1";

  /// What citizens ask and how they rate the answers, keyed by enquiry.
  public static final String ENQUIRIES = "citygrid.enquiries.v1";

  /// Every step of every enquiry, in order, keyed by enquiry.
  public static final String ENQUIRY_EVENTS = "citygrid.enquiry-events.v1";

  /// All of them, without their dead letters.
  public static final List<String> ALL =
      List.of(REPORTS, FIELD_RESULTS, CASE_EVENTS, ENQUIRIES, ENQUIRY_EVENTS);

  private Topics() {}

  /// Where what cannot be processed is put aside.
  public static String deadLettersOf(String topic) {
    return topic + ".dlt";
  }
}
