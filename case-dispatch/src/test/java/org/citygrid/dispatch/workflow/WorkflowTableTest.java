package org.citygrid.dispatch.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citygrid.dispatch.workflow.Given.NOTHING;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every pair of state and action is tried: it is in the table or it is refused.
class WorkflowTableTest {

  private static final Instant NOON = Instant.parse("2026-05-22T04:00:00Z");
  private static final Doer EVERYBODY = new Doer("all", EnumSet.allOf(Post.class), "roads");

  private final Workflow workflow = new Workflow(Policy.USUAL);

  static Stream<Arguments> pairs() {
    return Stream.of(State.values())
        .flatMap(state -> Stream.of(Action.values()).map(action -> Arguments.of(state, action)));
  }

  @ParameterizedTest(name = "{1} in {0}")
  @MethodSource("pairs")
  void a_pair_is_in_the_table_or_refused(State state, Action action) {
    var inTable =
        Workflow.rules().stream().anyMatch(r -> r.from() == state && r.action() == action);

    var outcome = workflow.next(state, action, EVERYBODY, Facts.atStart(NOON, NOTHING, true));

    if (inTable) {
      assertThat(outcome).isNotInstanceOf(Outcome.NotNow.class);
    } else {
      assertThat(outcome).isEqualTo(new Outcome.NotNow(state, action));
    }
  }

  @Test
  void all_rows_of_the_domain_are_there() {
    var rows = new TreeSet<Integer>();
    Workflow.rules().forEach(r -> rows.add(Integer.valueOf(r.row().replaceAll("[a-z]", ""))));

    assertThat(rows).containsExactlyElementsOf(IntStream.rangeClosed(1, 32).boxed().toList());
  }

  @Test
  void every_action_is_used_and_every_state_but_none_is_reached() {
    assertThat(Workflow.rules()).extracting(Rule::action).contains(Action.values());
    assertThat(Workflow.rules()).extracting(Rule::to).contains(State.all().toArray(State[]::new));
  }

  @Test
  void every_open_case_can_reach_an_end() {
    var reaching = EnumSet.copyOf(State.all().stream().filter(State::isEnd).toList());
    boolean grew;
    do {
      grew =
          reaching.addAll(
              Workflow.rules().stream()
                  .filter(r -> reaching.contains(r.to()) && r.from() != State.NONE)
                  .map(Rule::from)
                  .toList());
    } while (grew);

    assertThat(reaching).containsAll(State.all());
  }

  @Test
  void nobody_outside_the_posts_named_may_take_a_step() {
    for (var rule : Workflow.rules()) {
      var others = EnumSet.complementOf(EnumSet.copyOf(owners(rule)));
      var stranger = new Doer("stranger", others, "roads");
      var facts = Facts.atStart(NOON, NOTHING, true);

      assertThat(workflow.next(rule.from(), rule.action(), stranger, facts))
          .as(rule.row())
          .isEqualTo(new Outcome.NotYours(owners(rule)));
    }
  }

  @Test
  void after_a_return_no_dispatcher_can_pass_the_case_on_to_closing() {
    assertThat(Workflow.rules())
        .filteredOn(rule -> rule.from() == State.TO_DISPATCH)
        .extracting(Rule::to)
        .containsOnly(State.HANDLING, State.VOID_REVIEW, State.TO_DISPATCH);
  }

  @Test
  void only_the_shift_leader_leads_to_closed() {
    assertThat(Workflow.rules())
        .filteredOn(rule -> rule.to() == State.CLOSED && rule.from() != State.CLOSED)
        .extracting(Rule::by)
        .containsOnly(Set.of(Post.SHIFT_LEADER));
  }

  private static Set<Post> owners(Rule rule) {
    var owners = EnumSet.noneOf(Post.class);
    sameStep(rule).forEach(r -> owners.addAll(r.by()));
    return owners;
  }

  private static List<Rule> sameStep(Rule rule) {
    return Workflow.rules().stream()
        .filter(r -> r.from() == rule.from() && r.action() == rule.action())
        .toList();
  }
}
