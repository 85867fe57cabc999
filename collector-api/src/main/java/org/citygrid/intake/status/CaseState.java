package org.citygrid.intake.status;

import static org.citygrid.intake.status.ReportStatus.ACCEPTED;
import static org.citygrid.intake.status.ReportStatus.RECEIVED;

import java.util.Arrays;
import java.util.Optional;

/// The states that case events tell of, and what each means to a reporter.
enum CaseState {
  REPORTED(RECEIVED),
  VERIFYING(ReportStatus.VERIFYING),
  TO_FILE(ACCEPTED),
  TO_DISPATCH(ReportStatus.FILED),
  VOID_REVIEW(ReportStatus.FILED),
  HANDLING(ReportStatus.HANDLING),
  RETURN_REVIEW(ReportStatus.HANDLING),
  SUSPENDED(ReportStatus.HANDLING),
  TO_CHECK(ReportStatus.CHECKING),
  CHECKING(ReportStatus.CHECKING),
  TO_CLOSE(ReportStatus.CHECKING),
  SELF_REVIEW(ReportStatus.CHECKING),
  CLOSED(ReportStatus.CLOSED),
  REFUSED(ReportStatus.REFUSED),
  LINKED(ReportStatus.LINKED),
  VOIDED(ReportStatus.VOIDED);

  private final ReportStatus status;

  CaseState(ReportStatus status) {
    this.status = status;
  }

  ReportStatus status() {
    return status;
  }

  static Optional<CaseState> find(String name) {
    return Arrays.stream(values()).filter(state -> state.name().equals(name)).findFirst();
  }
}
