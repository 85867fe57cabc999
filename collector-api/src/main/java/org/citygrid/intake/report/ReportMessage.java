package org.citygrid.intake.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.citygrid.asset.Kind;
import org.citygrid.platform.message.Message;
import org.citygrid.platform.message.Topics;
import org.jspecify.annotations.Nullable;

/// What the house is told of a report: everything but who the citizen is.
record ReportMessage(
    UUID reportId,
    String receipt,
    Kind kind,
    String classCode,
    @Nullable String edition,
    @Nullable String conditionId,
    @Nullable String componentCode,
    double lon,
    double lat,
    @Nullable Double accuracyMetres,
    boolean pinned,
    String description,
    Instant observedAt,
    Instant receivedAt,
    String channel,
    String source,
    @Nullable String reporter,
    boolean wantsReply,
    List<String> photoIds,
    @Nullable String divisionCode,
    @Nullable String cellCode,
    @Nullable String dutyGridCode,
    boolean selfHandled,
    boolean migrated,
    @Nullable UUID follows) {
  static final String TYPE = "org.citygrid.report.accepted.v1";

  static Message of(Report report) {
    String key =
        report.dutyGridCode() != null
            ? report.dutyGridCode()
            : report.divisionCode() != null ? report.divisionCode() : "outside";
    return new Message(
        report.reportId(), Topics.REPORTS, key, TYPE, report.receivedAt(), payload(report));
  }

  private static ReportMessage payload(Report report) {
    return new ReportMessage(
        report.reportId(),
        report.receipt(),
        report.kind(),
        report.classCode(),
        report.edition(),
        report.conditionId(),
        report.componentCode(),
        report.lon(),
        report.lat(),
        report.accuracyMetres(),
        report.pinLon() != null,
        report.description(),
        report.observedAt(),
        report.receivedAt(),
        report.channel(),
        report.source(),
        report.reporter(),
        report.wantsReply(),
        report.photoIds(),
        report.divisionCode(),
        report.cellCode(),
        report.dutyGridCode(),
        report.selfHandled(),
        report.migrated(),
        report.follows());
  }
}
