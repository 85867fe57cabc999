package org.citygrid.dispatch.evaluation.scheme;

import static org.citygrid.dispatch.evaluation.scheme.Count.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The indicators (评价指标): rates of counts. The formulas are those of GB/T 30428.4 as running
/// systems and city rules give them.
public enum Indicator {
  // spotless:off  the columns are the meaning
  //                  code                zh              en                        good     numerator             less            denominator
  VALID_REPORT       ("validReport",      "有效上报率",   "valid report rate",      "high",  VALID,                null,           COLLECTOR_REPORTED),
  MISSED_REPORT      ("missedReport",     "漏报率",       "missed report rate",     "low",   MISSED,               null,           FILED),
  ON_TIME_ACCEPTANCE ("onTimeAcceptance", "按时受理率",   "on-time acceptance",     "high",  ACCEPTED_ON_TIME,     null,           ACCEPTED),
  VERIFY_SENDING     ("verifySending",    "按时发核实率", "on-time sending of verify tasks", "high", VERIFY_SENT_ON_TIME, null,    VERIFY_SENT),
  CHECK_SENDING      ("checkSending",     "按时发核查率", "on-time sending of check tasks",  "high", CHECK_SENT_ON_TIME,  null,    CHECK_SENT),
  ON_TIME_VERIFY     ("onTimeVerify",     "按时核实率",   "on-time verification",   "high",  VERIFIED_ON_TIME,     null,           TO_VERIFY),
  ON_TIME_CHECK      ("onTimeCheck",      "按时核查率",   "on-time checking",       "high",  CHECKED_ON_TIME,      null,           TO_CHECK),
  ON_TIME_FILING     ("onTimeFiling",     "按时立案率",   "on-time filing",         "high",  FILED_ON_TIME,        null,           FILED),
  ACCURATE_FILING    ("accurateFiling",   "准确立案率",   "accurate filing",        "high",  FILED,                VOIDED,         FILED),
  RECURRENCE         ("recurrence",       "反复发案率",   "recurrence",             "low",   RECURRENT,            null,           FILED),
  ON_TIME_DISPATCH   ("onTimeDispatch",   "按时派遣率",   "on-time dispatch",       "high",  DISPATCHED_ON_TIME,   null,           TO_DISPATCH),
  ACCURATE_DISPATCH  ("accurateDispatch", "准确派遣率",   "accurate dispatch",      "high",  DISPATCHED,           WRONG_DISPATCH, DISPATCHED),
  HANDLING           ("handling",         "处置率",       "handling rate",          "high",  DUE_HANDLED,          null,           TO_HANDLE),
  ON_TIME_HANDLING   ("onTimeHandling",   "按期处置率",   "on-time handling",       "high",  DUE_HANDLED_ON_TIME,  null,           TO_HANDLE),
  OVERDUE_BACKLOG    ("overdueBacklog",   "超期待处置率", "overdue backlog",        "low",   OVERDUE,              null,           TO_HANDLE),
  REWORK_RATE        ("rework",           "返工率",       "rework rate",            "low",   REWORK,               null,           TO_CLOSE),
  REWORK_OF_HANDLED  ("reworkOfHandled",  "返工率（按处置）", "rework rate of what was handled", "low", REWORK,     null,           HANDLED),
  EXTENSION          ("extension",        "延期率",       "extension rate",         "low",   EXTENDED,             null,           TO_HANDLE),
  CLOSING            ("closing",          "结案率",       "closing rate",           "high",  DUE_CLOSED,           null,           TO_CLOSE),
  ON_TIME_CLOSING    ("onTimeClosing",    "按期结案率",   "on-time closing",        "high",  DUE_CLOSED_ON_TIME,   null,           TO_CLOSE),
  PROMPT_CLOSING     ("promptClosing",    "按时办结率",   "closing without delay",  "high",  CLOSING_ON_TIME,      null,           CLOSED),
  PUBLIC_REPORT      ("publicReport",     "监督举报率",   "public report rate",     "low",   MISSED,               null,           FILED);
  // spotless:on

  private final String code;
  private final String zh;
  private final String en;
  private final boolean highIsGood;
  private final Count numerator;
  private final @Nullable Count less;
  private final Count denominator;

  Indicator(
      String code,
      String zh,
      String en,
      String good,
      Count numerator,
      @Nullable Count less,
      Count denominator) {
    this.code = code;
    this.zh = zh;
    this.en = en;
    this.highIsGood = good.equals("high");
    this.numerator = numerator;
    this.less = less;
    this.denominator = denominator;
  }

  public String code() {
    return code;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  public boolean isHighGood() {
    return highIsGood;
  }

  public Count numerator() {
    return numerator;
  }

  public @Nullable Count less() {
    return less;
  }

  /// A person dispatches what is in a queue shared by all: what was to dispatch for them is what
  /// they dispatched.
  public Count denominator(ObjectKind kind) {
    return denominator == TO_DISPATCH && kind.isPerson() ? DISPATCHED : denominator;
  }

  /// Whether all its counts are counted for these objects.
  public boolean isOf(ObjectKind kind) {
    return numerator.isOf(kind)
        && denominator(kind).isOf(kind)
        && (less == null || less.isOf(kind));
  }

  public static List<Indicator> listOf(ObjectKind kind) {
    return Arrays.stream(values()).filter(one -> one.isOf(kind)).toList();
  }

  public static Optional<Indicator> find(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }

  /// The rate, 0 to 1 (more only where more was sent back than fell due); empty for zero over zero
  /// and for anything over zero.
  public OptionalDouble of(Map<Count, Long> counts, ObjectKind kind) {
    long below = counts.getOrDefault(denominator(kind), 0L);
    if (below <= 0) {
      return OptionalDouble.empty();
    }
    long above =
        counts.getOrDefault(numerator, 0L) - (less == null ? 0 : counts.getOrDefault(less, 0L));
    return OptionalDouble.of((double) above / below);
  }

  /// How it is worked out, in Chinese.
  public String formulaZh(ObjectKind kind) {
    var above = less == null ? numerator.zh() : "（" + numerator.zh() + " − " + less.zh() + "）";
    return above + " ÷ " + denominator(kind).zh();
  }

  /// How it is worked out, in English.
  public String formulaEn(ObjectKind kind) {
    var above = less == null ? numerator.en() : "(" + numerator.en() + " − " + less.en() + ")";
    return above + " ÷ " + denominator(kind).en();
  }
}
