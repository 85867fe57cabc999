package org.citygrid.data.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citygrid.data.town.TownMaker;
import org.citygrid.data.town.TownSize;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TellingTheHistoryTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant NOW = Instant.parse("2026-11-20T08:30:00Z");

  /// Our own copy of the domain's rows, so that a slip in the teller does not agree with itself.
  private static final Set<String> LEGAL =
      """
      REPORTED SEND_VERIFY ACCEPTOR VERIFYING
      VERIFYING VERIFY_TRUE COLLECTOR REPORTED
      VERIFYING VERIFY_FALSE COLLECTOR REPORTED
      REPORTED REFUSE ACCEPTOR REFUSED
      REPORTED LINK ACCEPTOR LINKED
      REPORTED ACCEPT ACCEPTOR TO_FILE
      TO_FILE FILE SHIFT_LEADER TO_DISPATCH
      TO_FILE RETURN_TO_ACCEPTOR SHIFT_LEADER REPORTED
      TO_FILE REFUSE_FILING SHIFT_LEADER REFUSED
      TO_DISPATCH DISPATCH DISPATCHER HANDLING
      TO_DISPATCH ASK_VOID DISPATCHER VOID_REVIEW
      VOID_REVIEW GRANT_VOID SHIFT_LEADER VOIDED
      VOID_REVIEW DENY_VOID SHIFT_LEADER TO_DISPATCH
      HANDLING ASK_RETURN DEPARTMENT RETURN_REVIEW
      RETURN_REVIEW GRANT_RETURN DISPATCHER TO_DISPATCH
      HANDLING ASK_EXTENSION DEPARTMENT HANDLING
      HANDLING GRANT_EXTENSION DISPATCHER HANDLING
      HANDLING DENY_EXTENSION DISPATCHER HANDLING
      HANDLING ASK_SUSPENSION DEPARTMENT HANDLING
      HANDLING GRANT_SUSPENSION DISPATCHER SUSPENDED
      SUSPENDED RESUME DISPATCHER HANDLING
      HANDLING HAND_IN DEPARTMENT TO_CHECK
      HANDLING SUPERVISE INSPECTOR HANDLING
      TO_CHECK REJECT_RESULT DISPATCHER HANDLING
      TO_CHECK SEND_CHECK ACCEPTOR CHECKING
      CHECKING CHECK_PASS COLLECTOR TO_CLOSE
      CHECKING CHECK_FAIL COLLECTOR HANDLING
      TO_CLOSE CLOSE SHIFT_LEADER CLOSED
      SELF_REVIEW ARCHIVE SHIFT_LEADER CLOSED
      SELF_REVIEW NOT_VALID SHIFT_LEADER REPORTED
      """
          .lines()
          .collect(Collectors.toSet());

  private static final Set<String> NEED_AN_OPINION =
      Set.of(
          "REFUSE",
          "RETURN_TO_ACCEPTOR",
          "REFUSE_FILING",
          "ASK_VOID",
          "DENY_VOID",
          "ASK_RETURN",
          "ASK_EXTENSION",
          "DENY_EXTENSION",
          "ASK_SUSPENSION",
          "HAND_IN",
          "REJECT_RESULT",
          "NOT_VALID",
          "SUPERVISE");

  private static List<Told> history;

  @BeforeAll
  static void tellIt() {
    var dali = TownMaker.make(7, TownSize.DALI.plans().getFirst());
    history = new History(7, dali, ZONE, NOW).tell();
  }

  @Test
  void handled_cases_climb_from_about_100_to_about_300_a_day() {
    Map<LocalDate, Integer> handled = handledByDay();
    LocalDate today = LocalDate.ofInstant(NOW, ZONE);

    assertThat(mean(handled, today.minusDays(88), 10)).isBetween(85.0, 125.0);
    assertThat(mean(handled, today.minusDays(50), 10)).isBetween(160.0, 240.0);
    assertThat(mean(handled, today.minusDays(10), 10)).isBetween(265.0, 330.0);
  }

  @Test
  void no_full_day_stands_far_out_of_the_climb() {
    Map<LocalDate, Integer> handled = handledByDay();
    LocalDate first = LocalDate.ofInstant(NOW, ZONE).minusDays(History.DAYS - 1L);

    for (int day = 2; day < History.DAYS - 1; day++) {
      assertThat(handled.getOrDefault(first.plusDays(day), 0) / History.handledOn(day))
          .as("day %d", day)
          .isBetween(0.6, 1.4);
    }
  }

  @Test
  void ninety_days_have_about_18_000_handled_cases() {
    assertThat(history.stream().filter(Told::handled).count()).isBetween(16_500L, 19_500L);
  }

  @Test
  void every_act_is_legal_and_comes_after_the_one_before() {
    List<String> wrong = new ArrayList<>();
    for (Told told : history) {
      String state = told.report().selfHandled() ? "SELF_REVIEW" : "REPORTED";
      Instant before = told.report().receivedAt();
      for (var act : told.acts()) {
        String row = String.join(" ", state, act.action(), act.role(), act.to());
        if (!LEGAL.contains(row) || act.at().isBefore(before) || !act.at().isBefore(NOW)) {
          wrong.add(row + " at " + act.at());
        }
        if (NEED_AN_OPINION.contains(act.action()) && act.opinion() == null) {
          wrong.add(row + " without opinion");
        }
        state = act.to();
        before = act.at();
      }
      if (!told.end().equals(state)) {
        wrong.add(told.end() + " is not " + state);
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void what_an_act_needs_is_given() {
    acts("FILE").forEach(act -> assertThat(act.conditionId()).isNotNull());
    acts("DISPATCH").forEach(act -> assertThat(act.unitCode()).isNotNull());
    acts("GRANT_SUSPENSION").forEach(act -> assertThat(act.until()).isAfter(act.at()));
    acts("LINK").forEach(act -> assertThat(act.masterReportId()).isNotNull());
  }

  @Test
  void a_duplicate_is_of_the_same_class_as_its_master_and_comes_later() {
    Map<UUID, Told> byId = new HashMap<>();
    history.forEach(told -> byId.put(told.report().id(), told));
    for (Told told : history) {
      for (var act : told.acts()) {
        if (act.masterReportId() != null) {
          Told master = byId.get(act.masterReportId());
          assertThat(master).isNotNull();
          assertThat(master.report().classCode()).isEqualTo(told.report().classCode());
          assertThat(master.report().receivedAt()).isBefore(told.report().receivedAt());
          assertThat(master.end()).isNotIn("LINKED", "REFUSED", "VOIDED");
        }
      }
    }
  }

  @Test
  void components_are_5_5_percent_and_badly_parked_bikes_lead() {
    double all = history.size();
    long components = history.stream().filter(t -> t.report().kind().equals("component")).count();
    long bikes =
        history.stream()
            .filter(t -> t.report().kind().equals("event"))
            .filter(t -> t.report().classCode().equals("0410"))
            .count();

    assertThat(components / all).isCloseTo(0.055, within(0.01));
    assertThat(bikes / all).isCloseTo(613 / 2594.0, within(0.03));
  }

  @Test
  void branches_come_at_the_rates_of_real_towns() {
    double all = history.size();

    assertThat(acts("ASK_EXTENSION").size() / all).isCloseTo(223 / 16_475.0, within(0.005));
    assertThat(acts("CHECK_FAIL").size() / all).isCloseTo(18 / 16_475.0, within(0.001));
    assertThat(acts("SUPERVISE").size() / all).isCloseTo(0.0131, within(0.005));
    assertThat(acts("LINK").size() / all).isBetween(0.005, 0.05);
    assertThat(history.stream().filter(t -> t.report().selfHandled()).count() / all)
        .isBetween(0.02, 0.06);
  }

  @Test
  void some_cases_wait_in_every_open_state() {
    Set<String> states = new HashSet<>();
    history.forEach(told -> states.add(told.end()));

    assertThat(states)
        .contains(
            "REPORTED",
            "VERIFYING",
            "TO_FILE",
            "TO_DISPATCH",
            "HANDLING",
            "TO_CHECK",
            "CHECKING",
            "TO_CLOSE",
            "SELF_REVIEW",
            "VOID_REVIEW",
            "RETURN_REVIEW",
            "SUSPENDED",
            "CLOSED",
            "REFUSED",
            "LINKED",
            "VOIDED");
  }

  @Test
  void most_cases_of_the_past_are_closed() {
    var old =
        history.stream()
            .filter(t -> t.report().receivedAt().isBefore(NOW.minusSeconds(20 * 86_400)))
            .toList();
    var ends = Set.of("CLOSED", "REFUSED", "LINKED", "VOIDED");

    assertThat(old.stream().filter(t -> ends.contains(t.end())).count())
        .isGreaterThan((long) (old.size() * 0.98));
  }

  private static List<Told.Act> acts(String action) {
    return history.stream()
        .flatMap(told -> told.acts().stream())
        .filter(act -> act.action().equals(action))
        .toList();
  }

  private static Map<LocalDate, Integer> handledByDay() {
    Map<LocalDate, Integer> byDay = new HashMap<>();
    for (Told told : history) {
      told.acts().stream()
          .filter(act -> act.action().equals("HAND_IN"))
          .findFirst()
          .ifPresent(act -> byDay.merge(LocalDate.ofInstant(act.at(), ZONE), 1, Integer::sum));
    }
    return byDay;
  }

  private static double mean(Map<LocalDate, Integer> byDay, LocalDate from, int days) {
    return IntStream.range(0, days)
        .map(day -> byDay.getOrDefault(from.plusDays(day), 0))
        .average()
        .orElseThrow();
  }
}
