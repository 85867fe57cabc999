package org.citygrid.dispatch.workflow;

import java.time.Instant;
import java.util.Set;
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
          "zhang");

  static ACase in(State state) {
    return new ACase(
        state,
        Policy.USUAL,
        new Facts(
            NOON,
            ALL,
            true,
            false,
            "roads",
            "zhang",
            "leader",
            "dispatcher",
            "roadman",
            NOON.plusSeconds(7200),
            false,
            Request.NONE,
            null,
            0,
            0,
            false));
  }

  static Doer by(Post post) {
    return switch (post) {
      case DEPARTMENT -> new Doer("roadman", Set.of(post), "roads");
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
    return with(
        facts.given(),
        facts.at(),
        facts.late(),
        request,
        facts.suspendedUntil(),
        facts.extensions(),
        facts.suspensions(),
        facts.appealed());
  }

  ACase at(Instant at) {
    return with(
        facts.given(),
        at,
        facts.late(),
        facts.request(),
        facts.suspendedUntil(),
        facts.extensions(),
        facts.suspensions(),
        facts.appealed());
  }

  ACase given(Given given) {
    return with(
        given,
        facts.at(),
        facts.late(),
        facts.request(),
        facts.suspendedUntil(),
        facts.extensions(),
        facts.suspensions(),
        facts.appealed());
  }

  ACase late() {
    return with(
        facts.given(),
        facts.at(),
        true,
        facts.request(),
        facts.suspendedUntil(),
        facts.extensions(),
        facts.suspensions(),
        facts.appealed());
  }

  ACase suspendedUntil(Instant until) {
    return with(
        facts.given(),
        facts.at(),
        facts.late(),
        facts.request(),
        until,
        facts.extensions(),
        facts.suspensions(),
        facts.appealed());
  }

  ACase granted(int extensions, int suspensions) {
    return with(
        facts.given(),
        facts.at(),
        facts.late(),
        facts.request(),
        facts.suspendedUntil(),
        extensions,
        suspensions,
        facts.appealed());
  }

  ACase appealed() {
    return with(
        facts.given(),
        facts.at(),
        facts.late(),
        facts.request(),
        facts.suspendedUntil(),
        facts.extensions(),
        facts.suspensions(),
        true);
  }

  private ACase with(
      Given given,
      Instant at,
      boolean late,
      Request request,
      @Nullable Instant until,
      int extensions,
      int suspensions,
      boolean appealed) {
    return new ACase(
        state,
        policy,
        new Facts(
            at,
            given,
            facts.fromPublic(),
            facts.verified(),
            facts.unitCode(),
            facts.collector(),
            facts.filedBy(),
            facts.dispatchedBy(),
            facts.handledBy(),
            facts.dueAt(),
            late,
            request,
            until,
            extensions,
            suspensions,
            appealed));
  }
}
