package org.citygrid.intake.status;

import org.citygrid.platform.text.LocalText;

/// Where a report stands, as far as its reporter cares.
enum ReportStatus {
  RECEIVED("已收到", "Received"),
  VERIFYING("现场核实中", "Somebody is taking a look"),
  ACCEPTED("已受理", "Accepted"),
  FILED("已立案", "Filed as a case"),
  HANDLING("处置中", "Being handled"),
  CHECKING("核查中", "Being checked"),
  CLOSED("已结案", "Closed"),
  REFUSED("不予受理", "Not taken up"),
  LINKED("已合并处理", "Handled together with an earlier report"),
  VOIDED("已作废", "Withdrawn");

  private final LocalText words;

  ReportStatus(String zh, String en) {
    this.words = new LocalText(zh, en);
  }

  LocalText words() {
    return words;
  }
}
