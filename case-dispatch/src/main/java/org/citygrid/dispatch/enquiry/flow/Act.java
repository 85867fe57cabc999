package org.citygrid.dispatch.enquiry.flow;

import org.citygrid.platform.text.LocalText;

/// What can be done to an enquiry.
public enum Act {
  ASK("登记", "Ask", ""),
  ACCEPT("受理", "Accept", "A"),
  ANSWER("答复", "Answer", "R"),
  FORWARD("转办", "Forward", "F"),
  /// 承办单位退回: it is not the unit's to answer.
  RETURN("退回", "Send back", "B"),
  CLOSE("办结", "Close", "C"),
  REOPEN("重办", "Reopen", "O"),
  /// The citizen rates the answer and is not satisfied.
  OBJECT("不满意", "Not satisfied", ""),
  RATE("评价", "Rate", ""),
  CONVERT("转为案件", "Make it a case", "V");

  private final LocalText words;
  private final String key;

  Act(String zh, String en, String key) {
    this.words = new LocalText(zh, en);
    this.key = key;
  }

  public LocalText words() {
    return words;
  }

  /// The letter that does it at the desk; empty for what nobody does there.
  public String key() {
    return key;
  }
}
