package org.citygrid.data.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.citygrid.data.day.ToldEnquiry.Act;
import org.citygrid.data.town.TownMaker;
import org.citygrid.data.town.TownSize;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TellingAYearOfEnquiriesTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant NOW = Instant.parse("2026-11-20T08:30:00Z");

  /// Our own copy of the flow, so that a slip in the story does not agree with itself.
  private static final Map<String, String> LEGAL =
      """
      NEW ACCEPT ACCEPTOR ACCEPTED
      NEW FORWARD ACCEPTOR FORWARDED
      ACCEPTED ANSWER ACCEPTOR ANSWERED
      ACCEPTED FORWARD ACCEPTOR FORWARDED
      FORWARDED RETURN DEPARTMENT ACCEPTED
      FORWARDED ANSWER DEPARTMENT ANSWERED
      ANSWERED CLOSE ACCEPTOR CLOSED
      REOPENED ANSWER SHIFT_LEADER ANSWERED
      ANSWERED CLOSE SHIFT_LEADER CLOSED
      """
          .lines()
          .collect(
              Collectors.toMap(
                  line -> line.substring(0, line.lastIndexOf(' ')),
                  line -> line.substring(line.lastIndexOf(' ') + 1)));

  private static List<ToldEnquiry> all;

  @BeforeAll
  static void tell() {
    var town = TownMaker.make(7, TownSize.DALI.plans().getFirst());
    all = new EnquiryHistory(7, town, ZONE, NOW).tell();
  }

  @Test
  void every_life_keeps_to_the_flow_and_to_time() {
    Set<String> ends = new HashSet<>();
    for (ToldEnquiry told : all) {
      String state = "NEW";
      Instant before = told.receivedAt();
      for (Act act : told.acts()) {
        assertThat(act.at()).isAfterOrEqualTo(before).isBefore(NOW);
        before = act.at();
        state = after(state, act, told);
      }
      ends.add(state);
    }
    assertThat(ends).contains("CLOSED", "NEW", "FORWARDED");
    assertThat(all).extracting(ToldEnquiry::id).doesNotHaveDuplicates();
  }

  @Test
  void kinds_come_as_often_as_in_nanhai_and_every_channel_is_used() {
    Map<String, Long> kinds =
        all.stream().collect(Collectors.groupingBy(ToldEnquiry::kind, Collectors.counting()));

    assertThat(all).hasSizeBetween(1_800, 3_000);
    assertThat(kinds.get("complaint")).isCloseTo(all.size() * 1_065L / 2_356, within(120L));
    assertThat(kinds.get("consult")).isCloseTo(all.size() * 548L / 2_356, within(120L));
    assertThat(kinds.get("suggestion")).isPositive();
    assertThat(all)
        .extracting(ToldEnquiry::channel)
        .contains("web", "hotline", "microblog", "wechat", "letter", "visit");
    assertThat(all)
        .allSatisfy(told ->
            assertThat(told.registeredBy() == null).isEqualTo(told.channel().equals("web")));
  }

  @Test
  void it_reaches_back_a_year_and_up_to_now_and_the_same_seed_tells_the_same() {
    var town = TownMaker.make(7, TownSize.DALI.plans().getFirst());

    assertThat(Duration.between(all.getFirst().receivedAt(), NOW).toDays()).isBetween(362L, 365L);
    assertThat(Duration.between(all.getLast().receivedAt(), NOW).toHours()).isLessThan(24);
    assertThat(new EnquiryHistory(7, town, ZONE, NOW).tell()).isEqualTo(all);
  }

  private static String after(String state, Act act, ToldEnquiry told) {
    if (act.action().equals("RATE")) {
      assertThat(told.rating()).isNotNull();
      assertThat(told.rating().at()).isEqualTo(act.at());
      assertThat(state).isIn("ANSWERED", "CLOSED");
      return told.rating().stars() < 3 ? "REOPENED" : state;
    }
    String step = state + " " + act.action() + " " + act.role();
    assertThat(LEGAL).containsKey(step);
    return LEGAL.get(step);
  }
}
