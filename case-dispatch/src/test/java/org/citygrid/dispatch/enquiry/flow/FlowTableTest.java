package org.citygrid.dispatch.enquiry.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.citygrid.dispatch.workflow.Doer;
import org.citygrid.dispatch.workflow.Post;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every pair of state and act is tried: it is in the table or it is refused.
class FlowTableTest {
  private static final Set<Need> EVERYTHING = EnumSet.allOf(Need.class);
  private static final Doer EVERYBODY = new Doer("all", EnumSet.allOf(Post.class), "roads");

  static Stream<Arguments> pairs() {
    return Stream.of(State.values())
        .flatMap(state -> Stream.of(Act.values()).map(act -> Arguments.of(state, act)));
  }

  @ParameterizedTest(name = "{1} in {0}")
  @MethodSource("pairs")
  void a_pair_is_in_the_table_or_refused(State state, Act act) {
    var lines = Flow.rules().stream().filter(r -> r.from() == state && r.act() == act).toList();

    var decision = Flow.decide(state, act, EVERYBODY, "roads", EVERYTHING);

    if (lines.isEmpty()) {
      assertThat(decision).isEqualTo(new Decision.NotNow(state, act));
    } else {
      assertThat(lines).hasSize(1);
      assertThat(decision).isInstanceOf(Decision.Allowed.class);
      assertThat(((Decision.Allowed) decision).rule()).isEqualTo(lines.getFirst());
    }
  }

  static List<Rule> rules() {
    return Flow.rules();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void nobody_outside_the_posts_named_may_take_a_step(Rule rule) {
    var others = EnumSet.complementOf(EnumSet.copyOf(rule.by()));

    var decision =
        Flow.decide(rule.from(), rule.act(), new Doer("x", others, "roads"), "roads", EVERYTHING);

    assertThat(decision).isEqualTo(new Decision.NotYours(rule.by()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void what_a_step_needs_must_be_given(Rule rule) {
    var decision = Flow.decide(rule.from(), rule.act(), EVERYBODY, "roads", Set.of());

    if (rule.needs().isEmpty()) {
      assertThat(decision).isInstanceOf(Decision.Allowed.class);
    } else {
      assertThat(decision).isEqualTo(new Decision.Missing(rule.needs()));
    }
  }

  @Test
  void a_department_acts_only_on_what_is_with_itself() {
    var parks = new Doer("unit-parks", Set.of(Post.DEPARTMENT), "parks");

    assertThat(Flow.decide(State.FORWARDED, Act.ANSWER, parks, "roads", EVERYTHING))
        .isEqualTo(new Decision.NotHolder());
    assertThat(Flow.decide(State.FORWARDED, Act.ANSWER, parks, "parks", EVERYTHING))
        .isInstanceOf(Decision.Allowed.class);
    assertThat(Flow.offers(State.FORWARDED, parks, "roads")).isEmpty();
  }

  @Test
  void every_act_is_used_and_every_state_is_reached() {
    assertThat(Flow.rules()).extracting(Rule::act).contains(Act.values());
    assertThat(Flow.rules()).extracting(Rule::to).contains(State.all().toArray(State[]::new));
  }

  @Test
  void every_enquiry_can_reach_an_end_and_somebody_has_the_turn_until_then() {
    var reaching = EnumSet.copyOf(State.all().stream().filter(State::isEnd).toList());
    boolean grew;
    do {
      grew =
          reaching.addAll(
              Flow.rules().stream()
                  .filter(r -> reaching.contains(r.to()) && r.from() != State.NONE)
                  .map(Rule::from)
                  .toList());
    } while (grew);

    assertThat(reaching).containsAll(State.all());
    assertThat(State.all())
        .filteredOn(state -> !state.isEnd())
        .allSatisfy(state ->
            assertThat(Flow.rules())
                .anyMatch(r -> r.from() == state && r.by().contains(state.holder())));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # state,  satisfied, the town reopens, reopened before, act
          ANSWERED,  false,     true,             0,               OBJECT
          CLOSED,    false,     true,             0,               OBJECT
          CLOSED,    true,      true,             0,               RATE
          CLOSED,    false,     false,            0,               RATE
          CLOSED,    false,     true,             1,               RATE
          REOPENED,  false,     true,             1,               RATE
          FORWARDED, false,     true,             0,               RATE
          """)
  void who_is_not_satisfied_reopens_once(
      State state, boolean satisfied, boolean reopens, int reopened, Act act) {
    assertThat(Flow.actOfRating(state, satisfied, reopens, reopened)).isEqualTo(act);
  }
}
