package org.citygrid.intake.enquiry;

import java.util.Arrays;
import java.util.Optional;
import org.citygrid.platform.text.LocalText;

/// The states that events tell of, and what each means to whoever asked.
enum EnquiryState {
  NEW("RECEIVED", "已收到", "Received", true),
  ACCEPTED("ACCEPTED", "办理中", "Being worked on", true),
  FORWARDED("HANDLING", "已转承办单位办理", "With those who can answer", true),
  ANSWERED("ANSWERED", "已答复", "Answered", false),
  REOPENED("REOPENED", "重新办理中", "Taken up again", true),
  CLOSED("CLOSED", "已办结", "Closed", false),
  CONVERTED("CONVERTED", "已转为案件处理", "Goes on as a case", false);

  private final String status;
  private final LocalText words;
  private final boolean waiting;

  EnquiryState(String status, String zh, String en, boolean waiting) {
    this.status = status;
    this.words = new LocalText(zh, en);
    this.waiting = waiting;
  }

  String status() {
    return status;
  }

  LocalText words() {
    return words;
  }

  /// Whether an answer is still to come.
  boolean isWaiting() {
    return waiting;
  }

  static Optional<EnquiryState> find(String name) {
    return Arrays.stream(values()).filter(state -> state.name().equals(name)).findFirst();
  }
}
