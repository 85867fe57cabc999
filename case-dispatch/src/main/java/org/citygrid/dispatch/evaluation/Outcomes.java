package org.citygrid.dispatch.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.citygrid.dispatch.evaluation.scheme.ObjectKind;
import org.citygrid.dispatch.evaluation.scheme.Period;
import org.citygrid.dispatch.evaluation.scheme.Scheme;
import org.citygrid.dispatch.figure.FigureTable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Outcomes to look at. A rank needs the scores of all: of twenty thousand unit grids that takes a
/// second. So what took long is kept, and while somebody looks at it worked out again in the
/// background as soon as the figures have gone on. What is quick is worked out each time.
@Component
class Outcomes {
  /// Whoever waits no longer than this need not be spared it.
  static final Duration LONG = Duration.ofMillis(50);

  /// So long after the last look it is still kept at hand.
  static final Duration LOOKED_AT = Duration.ofMinutes(5);

  /// Names may change though no figure does.
  static final Duration OLDEST = Duration.ofMinutes(1);

  private static final int MOST_OBJECTS = 100_000;

  private final Function<Question, Evaluations.Outcome> evaluate;
  private final Supplier<String> seen;
  private final InstantSource clock;
  private final Duration mayLag;
  private final Map<Question, Kept> kept = new ConcurrentHashMap<>();

  @Autowired
  Outcomes(Evaluations evaluations, FigureTable figures, EvaluationSettings settings) {
    this(
        question ->
            evaluations.of(
                question.kind(),
                question.period(),
                question.scheme(),
                question.division(),
                question.manner()),
        figures::seen,
        InstantSource.system(),
        settings.mayLag());
  }

  /// @param seen how far the figures have come
  /// @param mayLag how old an outcome may be that is behind the figures
  Outcomes(
      Function<Question, Evaluations.Outcome> evaluate,
      Supplier<String> seen,
      InstantSource clock,
      Duration mayLag) {
    this.evaluate = evaluate;
    this.seen = seen;
    this.clock = clock;
    this.mayLag = mayLag;
  }

  /// See [Evaluations#of].
  record Question(
      ObjectKind kind,
      Period period,
      @Nullable Scheme scheme,
      String division,
      Evaluations.Manner manner) {}

  /// @param seen how far the figures had come
  /// @param began when it was begun to be worked out
  private record Kept(
      Evaluations.Outcome outcome, String seen, Instant began, Duration took, Instant lookedAt) {

    Kept lookedAt(Instant now) {
      return new Kept(outcome, seen, began, took, now);
    }

    int objects() {
      return outcome.standings().size();
    }
  }

  Evaluations.Outcome of(Question question) {
    var now = clock.instant();
    var known = kept.computeIfPresent(question, (_, one) -> one.lookedAt(now));
    if (known != null && (isYounger(known, mayLag, now) || isCurrent(known, now))) {
      return known.outcome();
    }
    var found = workOut(question, now);
    if (found.took().compareTo(LONG) >= 0) {
      kept.put(question, found);
      makeRoom();
    }
    return found.outcome();
  }

  private static boolean isYounger(Kept one, Duration age, Instant now) {
    return one.began().plus(age).isAfter(now);
  }

  private boolean isCurrent(Kept one, Instant now) {
    return isYounger(one, OLDEST, now) && one.seen().equals(seen.get());
  }

  private Kept workOut(Question question, Instant lookedAt) {
    var until = seen.get();
    var began = clock.instant();
    var outcome = evaluate.apply(question);
    return new Kept(outcome, until, began, Duration.between(began, clock.instant()), lookedAt);
  }

  private void makeRoom() {
    while (kept.size() > 1 && kept.values().stream().mapToInt(Kept::objects).sum() > MOST_OBJECTS) {
      kept.entrySet().stream()
          .min(Comparator.comparing(entry -> entry.getValue().lookedAt()))
          .ifPresent(oldest -> kept.remove(oldest.getKey()));
    }
  }

  @Scheduled(fixedDelay = 1_000)
  void refresh() {
    var now = clock.instant();
    kept.values().removeIf(one -> one.lookedAt().plus(LOOKED_AT).isBefore(now));
    kept.forEach((question, one) -> {
      if (!isCurrent(one, now)) {
        var fresh = workOut(question, one.lookedAt());
        kept.computeIfPresent(question, (_, it) -> fresh.lookedAt(it.lookedAt()));
      }
    });
  }
}
