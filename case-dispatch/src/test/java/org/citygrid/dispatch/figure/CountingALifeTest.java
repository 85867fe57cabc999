package org.citygrid.dispatch.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citygrid.dispatch.workflow.Action.*;
import static org.citygrid.dispatch.workflow.Post.*;
import static org.citygrid.dispatch.workflow.State.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Post;
import org.citygrid.dispatch.workflow.State;
import org.junit.jupiter.api.Test;

/// What the moves of a case count as, for whom, on which day.
class CountingALifeTest {
  private static final Whose OF_THE_PUBLIC = Cases.at("wsbkq5y2", "public", null);
  private static final Whose OF_A_COLLECTOR = Cases.at("wsbkq5y2", "collector", "li");

  private final List<Line> life = new ArrayList<>();

  @Test
  void a_straight_life_counts_each_step_on_its_day() {
    straightLife(1);

    assertThat(counted("town 440605123"))
        .containsEntry("reported 1", 1)
        .containsEntry("accepted 1", 1)
        .containsEntry("filed 2", 1)
        .containsEntry("dispatched 3", 1)
        .containsEntry("handled 5", 1)
        .containsEntry("handled_on_time 5", 1)
        .containsEntry("closed 7", 1)
        .containsEntry("closed_on_time 7", 1);
  }

  @Test
  void what_is_due_counts_on_the_day_of_the_deadline_and_as_done_on_the_later_of_both_days() {
    straightLife(1);

    assertThat(counted("unit roads"))
        .containsEntry("due 6", 1)
        .containsEntry("due_handled 6", 1)
        .containsEntry("due_handled_on_time 6", 1)
        .containsEntry("due_closed 7", 1)
        .doesNotContainKey("due_suspended 6");
  }

  @Test
  void a_deadline_that_moves_takes_its_old_count_back() {
    straightLife(1, 3);
    line(GRANT_EXTENSION, HANDLING, HANDLING, "d", DISPATCHER, null, 4, 9);

    assertThat(counted("town 440605123")).doesNotContainKey("due 6").containsEntry("due 9", 1);
  }

  @Test
  void a_wrong_dispatch_counts_against_its_sender_on_the_day_it_was_sent() {
    straightLife(1, 3);
    line(ASK_RETURN, HANDLING, RETURN_REVIEW, "unit", DEPARTMENT, null, 4, 6);
    line(GRANT_RETURN, RETURN_REVIEW, TO_DISPATCH, "other", DISPATCHER, null, 5, 6);

    assertThat(counted("dispatcher dora")).containsEntry("wrong_dispatch 3", 1);
    assertThat(counted("unit roads")).containsEntry("returned 5", 1);
    assertThat(counted("dispatcher other")).isEmpty();
  }

  @Test
  void a_case_that_is_voided_is_no_longer_due() {
    straightLife(1, 2);
    line(ASK_VOID, TO_DISPATCH, VOID_REVIEW, "d", DISPATCHER, null, 3, 6);
    line(GRANT_VOID, VOID_REVIEW, VOIDED, "leader", SHIFT_LEADER, null, 4, 6);

    assertThat(counted("town 440605123")).containsEntry("voided 2", 1).doesNotContainKey("due 6");
  }

  @Test
  void the_third_rework_counts_as_such_and_as_rework_only_once() {
    straightLife(1, 5);
    for (int round = 0; round < 3; round++) {
      line(CHECK_FAIL, CHECKING, HANDLING, "zhang", COLLECTOR, null, 8 + round, 6);
    }

    assertThat(counted("unit roads"))
        .containsEntry("rework 8", 1)
        .containsEntry("rework_times 9", 1)
        .containsEntry("rework_third 10", 1)
        .doesNotContainKey("rework 9");
  }

  @Test
  void a_case_that_the_public_reported_is_found_by_whoever_verified_it() {
    line(REGISTER, NONE, REPORTED, "web", SYSTEM, null, 1, null);
    line(SEND_VERIFY, REPORTED, VERIFYING, "anna", ACCEPTOR, "zhang", 1, null);
    line(VERIFY_TRUE, VERIFYING, REPORTED, "zhang", COLLECTOR, null, 2, null);
    line(ACCEPT, REPORTED, TO_FILE, "anna", ACCEPTOR, null, 2, null);
    line(FILE, TO_FILE, TO_DISPATCH, "lena", SHIFT_LEADER, null, 3, null);

    assertThat(counted(OF_THE_PUBLIC, "collector zhang"))
        .containsEntry("verified 2", 1)
        .containsEntry("missed 2", 1)
        .containsEntry("filed 3", 1)
        .doesNotContainKey("valid 1");
  }

  @Test
  void a_granted_appeal_takes_along_all_that_was_counted() {
    straightLife(1);
    var scored = sums(OF_A_COLLECTOR, life);
    var old = life.stream().map(CountingALifeTest::known).toList();
    life.clear();
    life.addAll(old);
    line(GRANT_APPEAL, CLOSED, CLOSED, "anna", ACCEPTOR, null, 9, 6);

    Tally.add(OF_A_COLLECTOR, life, scored, new Spots());

    assertThat(scored.days().stream().map(Map.Entry::getKey).filter(row -> !row.exempt()))
        .isEmpty();
    assertThat(counted(scored, "unit roads", true))
        .containsEntry("closed 7", 1)
        .containsEntry("due 6", 1);
  }

  @Test
  void however_a_life_is_cut_its_parts_add_up_to_the_whole() {
    var random = new Random(3);
    straightLife(1);
    line(APPEAL, CLOSED, CLOSED, "unit", DEPARTMENT, null, 8, 6);
    line(GRANT_APPEAL, CLOSED, CLOSED, "anna", ACCEPTOR, null, 9, 6);
    var whole = rows(sums(OF_A_COLLECTOR, life));
    for (int i = 0; i < 200; i++) {
      var parts = new Sums();
      int known = 0;
      while (known < life.size()) {
        int now = known + 1 + random.nextInt(life.size() - known);
        Tally.add(OF_A_COLLECTOR, cut(known, now), parts, new Spots());
        known = now;
      }
      assertThat(rows(parts)).isEqualTo(whole);
    }
  }

  @Test
  void months_and_years_add_up_their_days() {
    straightLife(29);

    var sums = sums(OF_A_COLLECTOR, life);

    assertThat(
            sums.spans().stream()
                .filter(e -> e.getKey().kind().equals("town") && !e.getKey().span().equals("day"))
                .map(e ->
                    e.getKey().span()
                        + " "
                        + e.getKey().starts()
                        + ": "
                        + e.getValue()[Measure.REPORTED.ordinal()]
                        + e.getValue()[Measure.CLOSED.ordinal()]))
        .containsExactly("month 0: 10", "month 31: 01", "year 0: 11");
  }

  /// The lines until `now`, those before `known` counted already.
  private List<Line> cut(int known, int now) {
    var lines = new ArrayList<Line>();
    for (int i = 0; i < now; i++) {
      lines.add(i < known ? known(life.get(i)) : life.get(i));
    }
    return lines;
  }

  private static Line known(Line line) {
    return new Line(
        line.action(),
        line.from(),
        line.to(),
        line.actor(),
        line.post(),
        line.receiver(),
        line.day(),
        line.dueDay(),
        line.late(),
        line.stageLate(),
        false);
  }

  /// Reported, accepted, filed, dispatched, handled, sent to check, passed and closed.
  private void straightLife(int first) {
    straightLife(first, 8);
  }

  private void straightLife(int first, int steps) {
    var all = new ArrayList<Runnable>();
    all.add(() -> line(REPORT, NONE, REPORTED, "li", COLLECTOR, null, first, null));
    all.add(() -> {
      line(ACCEPT, REPORTED, TO_FILE, "anna", ACCEPTOR, null, first, null);
      line(FILE, TO_FILE, TO_DISPATCH, "lena", SHIFT_LEADER, null, first + 1, first + 5);
    });
    all.add(() ->
        line(DISPATCH, TO_DISPATCH, HANDLING, "dora", DISPATCHER, "roads", first + 2, first + 5));
    all.add(() -> line(HAND_IN, HANDLING, TO_CHECK, "u", DEPARTMENT, null, first + 4, first + 5));
    all.add(() ->
        line(SEND_CHECK, TO_CHECK, CHECKING, "anna", ACCEPTOR, "zhang", first + 5, first + 5));
    all.add(
        () -> line(CHECK_PASS, CHECKING, TO_CLOSE, "zhang", COLLECTOR, null, first + 5, first + 5));
    all.add(() -> line(CLOSE, TO_CLOSE, CLOSED, "lena", SHIFT_LEADER, null, first + 6, first + 5));
    all.stream().limit(steps).forEach(Runnable::run);
  }

  private void line(
      Action action,
      State from,
      State to,
      String actor,
      Post post,
      String receiver,
      int day,
      Integer due) {
    life.add(new Line(action, from, to, actor, post, receiver, day, due, false, false, true));
  }

  private Map<String, Integer> counted(String object) {
    return counted(OF_A_COLLECTOR, object);
  }

  private Map<String, Integer> counted(Whose whose, String object) {
    return counted(sums(whose, life), object, false);
  }

  private static Sums sums(Whose whose, List<Line> life) {
    var sums = new Sums();
    Tally.add(whose, life, sums, new Spots());
    return sums;
  }

  /// `filed 3` → 1: measures with their days.
  private static Map<String, Integer> counted(Sums sums, String object, boolean exempt) {
    var counted = new TreeMap<String, Integer>();
    sums.days().stream()
        .filter(e -> (e.getKey().kind() + " " + e.getKey().key()).equals(object))
        .filter(e -> e.getKey().exempt() == exempt)
        .forEach(e -> {
          for (var measure : Measure.values()) {
            int n = e.getValue()[measure.ordinal()];
            if (n != 0) {
              counted.put(measure.column() + " " + e.getKey().starts(), n);
            }
          }
        });
    return counted;
  }

  private static List<String> rows(Sums sums) {
    return sums.days().stream()
        .map(e -> e.getKey() + java.util.Arrays.toString(e.getValue()))
        .toList();
  }
}
