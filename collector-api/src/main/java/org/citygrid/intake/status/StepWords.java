package org.citygrid.intake.status;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.citygrid.platform.text.LocalText;

/// The steps a citizen is told of, in plain words. What goes on between desks is not told.
final class StepWords {
  private static final Map<String, LocalText> WORDS =
      Map.ofEntries(
          say("REPORT", "已收到您的反映", "We have your report"),
          say("SEND_VERIFY", "已派采集员到现场核实", "A collector is on the way to take a look"),
          say("VERIFY_TRUE", "现场核实属实", "Confirmed on the spot"),
          say("VERIFY_FALSE", "现场未发现该问题", "Nothing was found on the spot"),
          say("REFUSE", "不予受理", "Not taken up"),
          say("REFUSE_FILING", "不予立案", "Not taken up"),
          say("LINK", "同一问题已有人反映，合并处理", "Already reported; handled together"),
          say("ACCEPT", "已受理", "Accepted"),
          say("FILE", "已立案", "Filed as a case"),
          say("DISPATCH", "已派遣处置部门", "Sent to the department in charge"),
          say("GRANT_VOID", "已作废", "Withdrawn"),
          say("GRANT_EXTENSION", "处置期限已延长", "More time was granted"),
          say("GRANT_SUSPENSION", "暂缓处置", "On hold for now"),
          say("RESUME", "恢复处置", "Work goes on"),
          say("HAND_IN", "处置部门已完成处置", "The department says it is done"),
          say("REJECT_RESULT", "处置结果退回，继续处置", "Not done yet; work goes on"),
          say("SEND_CHECK", "已派采集员到现场核查", "A collector is going to check it"),
          say("CHECK_PASS", "现场核查通过", "Checked on the spot: done"),
          say("CHECK_FAIL", "现场核查未通过，返工", "Checked on the spot: to be done again"),
          say("CLOSE", "已结案", "Closed"),
          say("SELF_HANDLE", "采集员已当场处置", "A collector put it right at once"),
          say("ARCHIVE", "已归档结案", "Closed"),
          say("NOT_VALID", "转为一般案件处理", "Goes on as an ordinary case"),
          say("REOPEN", "已重新处理", "Opened again"));

  private StepWords() {}

  /// @param action as case events name it
  /// @return empty for a step that is no concern of the reporter's
  static Optional<LocalText> find(String action) {
    return Optional.ofNullable(WORDS.get(action));
  }

  private static Map.Entry<String, LocalText> say(String action, String zh, String en) {
    return entry(action, new LocalText(zh, en));
  }
}
