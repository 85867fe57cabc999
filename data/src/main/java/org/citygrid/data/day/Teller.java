package org.citygrid.data.day;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.citygrid.data.day.CaseMix.Condition;
import org.citygrid.data.day.Told.Act;
import org.citygrid.data.day.Told.Report;
import org.citygrid.data.town.Unit;
import org.jspecify.annotations.Nullable;

/// Tells one case from its report to its end, with every step that real towns take, at their rates.
final class Teller {

  // One month of a city of Dali's kind: 16,475 cases.
  static final double LATE = 0.0131;
  static final double EXTENDED = 223 / 16_475.0;
  static final double REWORK = 18 / 16_475.0;

  // Our own, where nobody has counted.
  static final double FALSE_REPORT = 0.10;
  static final double REFUSED = 0.01;
  static final double FILING_REFUSED = 0.006;
  static final double SENT_BACK = 0.008;
  static final double VOIDED = 0.004;
  static final double WRONG_UNIT = 0.012;
  static final double SUSPENDED = 0.004;
  static final double REJECTED = 0.005;

  private static final Duration MEDIAN_HANDLING = Duration.ofMinutes(84);
  private static final Duration WORK_DAY = Duration.ofHours(8);
  private static final LocalTime DESK_OPENS = LocalTime.of(7, 0);
  private static final LocalTime DESK_CLOSES = LocalTime.of(22, 0);
  private static final LocalTime CREWS_START = LocalTime.of(7, 0);
  private static final LocalTime CREWS_END = LocalTime.of(21, 0);

  private final RandomGenerator random;
  private final ZoneId zone;
  private final WorkClock work;
  private final CaseMix mix;

  Teller(RandomGenerator random, ZoneId zone, WorkClock work, CaseMix mix) {
    this.random = random;
    this.zone = zone;
    this.work = work;
    this.mix = mix;
  }

  /// @param master an earlier report of the same thing, when this one is a duplicate
  Told tell(Report report, @Nullable UUID master) {
    return new OneCase(report).tell(master);
  }

  private final class OneCase {

    private final Report report;
    private final Condition condition;
    private final List<Act> acts = new ArrayList<>();
    private String state;
    private Instant at;

    OneCase(Report report) {
      this.report = report;
      this.condition = mix.condition(report.kind(), report.classCode(), random);
      this.state = report.selfHandled() ? "SELF_REVIEW" : "REPORTED";
      this.at = report.receivedAt();
    }

    Told tell(@Nullable UUID master) {
      if (report.selfHandled()) {
        reviewSelfHandled();
      }
      if (state.equals("REPORTED")) {
        receive(master);
      }
      if (state.equals("TO_FILE")) {
        file();
      }
      if (state.equals("TO_DISPATCH")) {
        dispatch();
      }
      if (state.equals("HANDLING")) {
        handle();
      }
      if (state.equals("TO_CHECK")) {
        check();
      }
      if (state.equals("TO_CLOSE")) {
        desk(1, 12);
        act("CLOSE", "CLOSED", "leader2", "SHIFT_LEADER");
      }
      return new Told(report, List.copyOf(acts), state);
    }

    private void reviewSelfHandled() {
      desk(5, 60);
      if (random.nextDouble() < 0.97) {
        act("ARCHIVE", "CLOSED", "leader", "SHIFT_LEADER");
      } else {
        say("NOT_VALID", "REPORTED", "leader", "SHIFT_LEADER", "照片未见整改效果，请按案件办理");
      }
    }

    private void receive(@Nullable UUID master) {
      desk(1, 11);
      if (master != null) {
        add("LINK", "LINKED", "acceptor", "ACCEPTOR", null, null, null, null, master);
        return;
      }
      if (report.source().equals("public") && !verified()) {
        return;
      }
      if (random.nextDouble() < REFUSED) {
        say("REFUSE", "REFUSED", "acceptor", "ACCEPTOR", "不属于城市管理受理范围");
        return;
      }
      act("ACCEPT", "TO_FILE", "acceptor", "ACCEPTOR");
    }

    private boolean verified() {
      act("SEND_VERIFY", "VERIFYING", "acceptor", "ACCEPTOR");
      pause(6, 28);
      String collector = report.place().collector();
      if (random.nextDouble() < FALSE_REPORT) {
        act("VERIFY_FALSE", "REPORTED", collector, "COLLECTOR");
        desk(1, 9);
        say("REFUSE", "REFUSED", "acceptor", "ACCEPTOR", "经现场核实，未发现所反映的问题");
        return false;
      }
      act("VERIFY_TRUE", "REPORTED", collector, "COLLECTOR");
      desk(1, 9);
      return true;
    }

    private void file() {
      desk(1, 10);
      if (random.nextDouble() < SENT_BACK) {
        say("RETURN_TO_ACCEPTOR", "REPORTED", "leader", "SHIFT_LEADER", "位置描述不清，请补充后再报");
        desk(3, 20);
        act("ACCEPT", "TO_FILE", "acceptor", "ACCEPTOR");
        desk(1, 10);
      }
      if (random.nextDouble() < FILING_REFUSED) {
        say("REFUSE_FILING", "REFUSED", "leader", "SHIFT_LEADER", "未达到立案条件");
        return;
      }
      add("FILE", "TO_DISPATCH", "leader", "SHIFT_LEADER", null, null, condition.id(), null, null);
    }

    private void dispatch() {
      desk(1, 12);
      if (random.nextDouble() < VOIDED) {
        say("ASK_VOID", "VOID_REVIEW", "dispatcher", "DISPATCHER", "现场已自行恢复，申请作废");
        desk(4, 25);
        if (random.nextDouble() < 0.8) {
          act("GRANT_VOID", "VOIDED", "leader", "SHIFT_LEADER");
          return;
        }
        say("DENY_VOID", "TO_DISPATCH", "leader", "SHIFT_LEADER", "问题仍然存在，请继续派遣");
        desk(1, 10);
      }
      if (random.nextDouble() < WRONG_UNIT) {
        dispatchWrongly();
      }
      if (state.equals("TO_DISPATCH")) {
        sendTo(rightUnit());
      }
    }

    private void dispatchWrongly() {
      String wrong = rightUnit().equals(Unit.MUNICIPAL) ? Unit.DRAINAGE : Unit.MUNICIPAL;
      sendTo(wrong);
      pause(8, 40);
      say("ASK_RETURN", "RETURN_REVIEW", "unit-" + wrong, "DEPARTMENT", "不属于本单位职责，申请退单");
      desk(2, 15);
      act("GRANT_RETURN", "TO_DISPATCH", "dispatcher", "DISPATCHER");
      desk(1, 6);
    }

    private void sendTo(String unit) {
      add("DISPATCH", "HANDLING", "dispatcher", "DISPATCHER", null, unit, null, null, null);
    }

    private void handle() {
      Instant start = at;
      double chance = random.nextDouble();
      if (chance < LATE) {
        handleLate(start);
      } else if (chance < LATE + EXTENDED) {
        handleExtended(start);
      } else if (chance < LATE + EXTENDED + SUSPENDED) {
        handleSuspended(start);
      } else {
        at = usualEnd(start);
      }
      handIn("已处置完毕");
    }

    /// Some time later by the clock on the wall, so never more than that by any working clock.
    /// Crews work on days off too, but only an emergency gets them out of bed.
    private Instant usualEnd(Instant start) {
      double minutes = MEDIAN_HANDLING.toMinutes() * Math.exp(0.9 * random.nextGaussian());
      Instant end =
          start.plusSeconds((long) (60 * Math.clamp(minutes, 5, 0.9 * limit().toMinutes())));
      var local = end.atZone(zone);
      if (condition.unit().equals("emergency_hour")) {
        return end;
      }
      if (local.toLocalTime().isBefore(CREWS_START)) {
        return local.with(CREWS_START).plusSeconds(random.nextInt(3000)).toInstant();
      }
      return local.toLocalTime().isAfter(CREWS_END)
          ? local.plusDays(1).with(CREWS_START).plusSeconds(random.nextInt(3000)).toInstant()
          : end;
    }

    private void handleLate(Instant start) {
      at = within(start, 1.02);
      say("SUPERVISE", "HANDLING", "inspector", "INSPECTOR", "案件已超时，请立即处置并说明原因");
      at = within(start, 1.15 + random.nextDouble());
    }

    private void handleExtended(Instant start) {
      at = within(start, 0.4 + 0.4 * random.nextDouble());
      say("ASK_EXTENSION", "HANDLING", department(), "DEPARTMENT", "需协调材料和机械，申请延期");
      Instant asked = at;
      pause(2, 8);
      if (random.nextDouble() < 0.85) {
        act("GRANT_EXTENSION", "HANDLING", "dispatcher", "DISPATCHER");
        at = later(at, within(start, 1.1 + 0.6 * random.nextDouble()));
      } else {
        say("DENY_EXTENSION", "HANDLING", "dispatcher", "DISPATCHER", "理由不充分，请按时处置");
        at = later(at, within(asked, 0.05));
      }
    }

    private void handleSuspended(Instant start) {
      at = within(start, 0.1 + 0.4 * random.nextDouble());
      Instant until =
          at.atZone(zone)
              .toLocalDate()
              .plusDays(3 + random.nextInt(18))
              .atTime(8, 30)
              .atZone(zone)
              .toInstant();
      add(
          "ASK_SUSPENSION",
          "HANDLING",
          department(),
          "DEPARTMENT",
          "需列入下一批工程实施，申请挂账",
          null,
          null,
          until,
          null);
      desk(5, 40);
      add(
          "GRANT_SUSPENSION",
          "SUSPENDED",
          "dispatcher",
          "DISPATCHER",
          null,
          null,
          null,
          until,
          null);
      at = until;
      act("RESUME", "HANDLING", "dispatcher", "DISPATCHER");
      at = within(at, 0.15);
    }

    private void handIn(String words) {
      say("HAND_IN", "TO_CHECK", department(), "DEPARTMENT", words);
      if (random.nextDouble() < REJECTED) {
        desk(2, 12);
        say("REJECT_RESULT", "HANDLING", "dispatcher", "DISPATCHER", "反馈照片不清，请重新处置反馈");
        at = within(at, 0.05);
        say("HAND_IN", "TO_CHECK", department(), "DEPARTMENT", words);
      }
    }

    private void check() {
      desk(1, 10);
      act("SEND_CHECK", "CHECKING", "acceptor", "ACCEPTOR");
      pause(5, 27);
      String collector = report.place().collector();
      if (random.nextDouble() < REWORK) {
        act("CHECK_FAIL", "HANDLING", collector, "COLLECTOR");
        at = within(at, 0.1);
        say("HAND_IN", "TO_CHECK", department(), "DEPARTMENT", "已返工处置");
        desk(1, 10);
        act("SEND_CHECK", "CHECKING", "acceptor", "ACCEPTOR");
        pause(5, 27);
      }
      act("CHECK_PASS", "TO_CLOSE", collector, "COLLECTOR");
    }

    private String rightUnit() {
      return CaseMix.unitFor(report.kind(), report.classCode(), report.place().maintenanceUnit());
    }

    private String department() {
      return "unit-" + rightUnit();
    }

    // Time

    private Instant within(Instant start, double partOfLimit) {
      Duration used = Duration.ofSeconds((long) (limit().toSeconds() * partOfLimit));
      return switch (condition.unit()) {
        case "emergency_hour", "calendar_day" -> start.plus(used);
        default -> work.after(start, used);
      };
    }

    private Duration limit() {
      return switch (condition.unit()) {
        case "emergency_hour", "work_hour" -> Duration.ofHours(condition.limit());
        case "calendar_day" -> Duration.ofDays(condition.limit());
        default -> WORK_DAY.multipliedBy(condition.limit());
      };
    }

    /// Some minutes later, or when the desk opens again.
    private void desk(int least, int most) {
      pause(least, most);
      var local = at.atZone(zone);
      if (local.toLocalTime().isBefore(DESK_OPENS)) {
        at = local.with(DESK_OPENS).plusSeconds(random.nextInt(1200)).toInstant();
      } else if (local.toLocalTime().isAfter(DESK_CLOSES)) {
        at = local.plusDays(1).with(DESK_OPENS).plusSeconds(random.nextInt(1200)).toInstant();
      }
    }

    private void pause(int least, int most) {
      at = at.plusSeconds(60L * least + random.nextInt(60 * (most - least)));
    }

    private static Instant later(Instant one, Instant other) {
      return one.isAfter(other) ? one.plusSeconds(60) : other;
    }

    // Acts

    private void act(String action, String to, String actor, String role) {
      add(action, to, actor, role, null, null, null, null, null);
    }

    private void say(String action, String to, String actor, String role, String opinion) {
      add(action, to, actor, role, opinion, null, null, null, null);
    }

    private void add(
        String action,
        String to,
        String actor,
        String role,
        @Nullable String opinion,
        @Nullable String unitCode,
        @Nullable String conditionId,
        @Nullable Instant until,
        @Nullable UUID master) {
      acts.add(new Act(action, to, at, actor, role, opinion, unitCode, conditionId, until, master));
      state = to;
    }
  }
}
