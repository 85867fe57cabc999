package org.citygrid.dispatch.workflow;

import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.citygrid.dispatch.workflow.Facts.Hands;
import org.citygrid.dispatch.workflow.Facts.Rounds;
import org.jspecify.annotations.Nullable;

/// A case in the tests, with sane defaults: at noon, with the department `roads`, due at two.
record ACase(State state, Policy policy, Facts facts) {

  static final Instant NOON = Instant.parse("2026-05-22T04:00:00Z");
  static final Given ALL =
      new Given(
          "because",
          "roads",
          "c1",
          NOON.plusSeconds(86_400),
          new Given.Master("2026-05-22-0001", true, true),
          1,
          "zhang",
          new Given.Worker("mason", true));

  static ACase in(State state) {
    return new ACase(
        state,
        Policy.USUAL,
        new Facts(
            NOON,
            ALL,
            true,
            false,
            new Hands("roads", null, false, "zhang", "leader", "dispatcher", "roadman"),
            NOON.plusSeconds(7200),
            false,
            Request.NONE,
            null,
            Rounds.FIRST));
  }

  static Doer by(Post post) {
    return switch (post) {
      case DEPARTMENT -> new Doer("roadman", Set.of(post), "roads");
      case WORKER -> new Doer("mason", Set.of(post), "roads");
      case COLLECTOR -> new Doer("zhang", Set.of(post), null);
      case SYSTEM -> Doer.SYSTEM;
      case SHIFT_LEADER -> new Doer("leader", Set.of(post), null);
      default -> new Doer(post.en(), Set.of(post), null);
    };
  }

  Outcome when(Action action, Doer doer) {
    return new Workflow(policy).next(state, action, doer, facts);
  }

  ACase under(Policy other) {
    return new ACase(state, other, facts);
  }

  ACase asked(Request request) {
    return changed(f ->
        facts(f.at(), f.given(), f.hands(), f.late(), request, f.suspendedUntil(), f.rounds()));
  }

  ACase at(Instant at) {
    return changed(f ->
        facts(at, f.given(), f.hands(), f.late(), f.request(), f.suspendedUntil(), f.rounds()));
  }

  ACase given(Given given) {
    return changed(f ->
        facts(f.at(), given, f.hands(), f.late(), f.request(), f.suspendedUntil(), f.rounds()));
  }

  ACase late() {
    return changed(f ->
        facts(f.at(), f.given(), f.hands(), true, f.request(), f.suspendedUntil(), f.rounds()));
  }

  ACase suspendedUntil(Instant until) {
    return changed(
        f -> facts(f.at(), f.given(), f.hands(), f.late(), f.request(), until, f.rounds()));
  }

  ACase granted(int extensions, int suspensions) {
    return rounds(new Rounds(extensions, suspensions, 0, false, false));
  }

  ACase sentBack(int hops) {
    return rounds(new Rounds(0, 0, hops, false, false));
  }

  ACase withTheLeader() {
    return rounds(new Rounds(0, 0, 3, true, false));
  }

  ACase appealed() {
    return rounds(new Rounds(0, 0, 0, false, true));
  }

  ACase givenTo(@Nullable String worker, boolean done) {
    return hands(new Hands("roads", worker, done, "zhang", "leader", "dispatcher", "roadman"));
  }

  /// Nobody in particular was sent to check.
  ACase unassigned() {
    return hands(new Hands("roads", null, false, null, "leader", "dispatcher", "roadman"));
  }

  private ACase hands(Hands hands) {
    return changed(f ->
        facts(f.at(), f.given(), hands, f.late(), f.request(), f.suspendedUntil(), f.rounds()));
  }

  private ACase rounds(Rounds rounds) {
    return changed(f ->
        facts(f.at(), f.given(), f.hands(), f.late(), f.request(), f.suspendedUntil(), rounds));
  }

  private ACase changed(UnaryOperator<Facts> change) {
    return new ACase(state, policy, change.apply(facts));
  }

  private Facts facts(
      Instant at,
      Given given,
      Hands hands,
      boolean late,
      Request request,
      @Nullable Instant until,
      Rounds rounds) {
    return new Facts(
        at,
        given,
        facts.fromPublic(),
        facts.verified(),
        hands,
        facts.dueAt(),
        late,
        request,
        until,
        rounds);
  }
}
