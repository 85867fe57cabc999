package org.citygrid.dispatch.enquiry.flow;

import java.util.Arrays;
import java.util.List;
import org.citygrid.dispatch.workflow.Post;
import org.citygrid.platform.text.LocalText;

/// Where an enquiry stands, and whose turn it is there.
public enum State {
  /// Not here yet.
  NONE("无", "none", Post.SYSTEM, false),
  NEW("待受理", "to accept", Post.ACCEPTOR, true),
  ACCEPTED("办理中", "in work", Post.ACCEPTOR, true),
  FORWARDED("已转办", "with a unit", Post.DEPARTMENT, true),
  ANSWERED("已答复", "answered", Post.ACCEPTOR, false),
  /// 不满意重办: the citizen was not satisfied, or a leader was not.
  REOPENED("重办", "reopened", Post.SHIFT_LEADER, true),
  CLOSED("已办结", "closed", Post.NOBODY, false),
  /// It goes on as a report of a case.
  CONVERTED("转为案件", "became a case", Post.NOBODY, false);

  private final LocalText words;
  private final Post holder;
  private final boolean waiting;

  State(String zh, String en, Post holder, boolean waiting) {
    this.words = new LocalText(zh, en);
    this.holder = holder;
    this.waiting = waiting;
  }

  public LocalText words() {
    return words;
  }

  public Post holder() {
    return holder;
  }

  /// Whether the citizen still waits for an answer: then the clock runs.
  public boolean isWaiting() {
    return waiting;
  }

  public boolean isEnd() {
    return holder == Post.NOBODY;
  }

  /// All but [#NONE].
  public static List<State> all() {
    return Arrays.stream(values()).filter(state -> state != NONE).toList();
  }
}
