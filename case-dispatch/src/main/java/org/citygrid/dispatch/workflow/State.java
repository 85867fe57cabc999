package org.citygrid.dispatch.workflow;

import java.util.Arrays;
import java.util.List;

/// Where a case stands, and whose turn it is there.
public enum State {
  // spotless:off  the columns are the meaning
  /// Not a case yet: where reporting, registering and self-handling start from.
  NONE          ("无",     "none",            Post.NOBODY),
  REPORTED      ("待受理", "reported",        Post.ACCEPTOR),
  VERIFYING     ("核实中", "being verified",  Post.COLLECTOR),
  TO_FILE       ("待立案", "to file",         Post.SHIFT_LEADER),
  TO_DISPATCH   ("待派遣", "to dispatch",     Post.DISPATCHER),
  VOID_REVIEW   ("作废待审", "void review",   Post.SHIFT_LEADER),
  HANDLING      ("处置中", "being handled",   Post.DEPARTMENT),
  RETURN_REVIEW ("退单待审", "return review", Post.DISPATCHER),
  SUSPENDED     ("挂账",   "suspended",       Post.DISPATCHER),
  TO_CHECK      ("待核查", "to check",        Post.ACCEPTOR),
  CHECKING      ("核查中", "being checked",   Post.COLLECTOR),
  TO_CLOSE      ("待结案", "to close",        Post.SHIFT_LEADER),
  SELF_REVIEW   ("自处理待审", "self-handled review", Post.SHIFT_LEADER),
  CLOSED        ("已结案", "closed",          Post.NOBODY),
  REFUSED       ("不予受理", "refused",       Post.NOBODY),
  LINKED        ("重复上报", "linked",        Post.NOBODY),
  VOIDED        ("已作废", "voided",          Post.NOBODY);
  // spotless:on

  private final String zh;
  private final String en;
  private final Post holder;

  State(String zh, String en, Post holder) {
    this.zh = zh;
    this.en = en;
    this.holder = holder;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  /// The post that must act next.
  public Post holder() {
    return holder;
  }

  /// Whether the loop is closed here; an appeal or a reopening may still follow.
  public boolean isEnd() {
    return this != NONE && holder == Post.NOBODY;
  }

  public boolean isOpen() {
    return holder != Post.NOBODY;
  }

  /// Every state a case can be in, without [#NONE].
  public static List<State> all() {
    return Arrays.stream(values()).filter(state -> state != NONE).toList();
  }
}
