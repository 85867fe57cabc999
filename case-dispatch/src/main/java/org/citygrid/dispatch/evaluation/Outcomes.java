package org.citygrid.dispatch.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.citygrid.dispatch.evaluation.scheme.ObjectKind;
import org.citygrid.dispatch.evaluation.scheme.Period;
import org.citygrid.dispatch.evaluation.scheme.Scheme;
import org.citygrid.dispatch.figure.FigureTable;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Outcomes to look at. A rank needs the scores of all: of twenty thousand unit grids that takes a
/// second. So what took long is kept, and while somebody looks at it worked out again in the
/// background as soon as the figures have gone on. What is quick is worked out each time.
@Component
class Outcomes {
  private static final Duration LONG = Duration.ofMillis(50);

  /// Figures may be five seconds old in all; the fold takes its part of it.
  private static final Duration STILL_FRESH = Duration.ofSeconds(3);

  private static final Duration LOOKED_AT = Duration.ofMinutes(5);
  private static final int MOST_OBJECTS = 100_000;

  private final Evaluations evaluations;
  private final FigureTable figures;
  private final Map<Question, Kept> kept = new ConcurrentHashMap<>();

  Outcomes(Evaluations evaluations, FigureTable figures) {
    this.evaluations = evaluations;
    this.figures = figures;
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
    var now = Instant.now();
    var known = kept.computeIfPresent(question, (_, one) -> one.lookedAt(now));
    if (known != null
        && (known.began().plus(STILL_FRESH).isAfter(now) || known.seen().equals(figures.seen()))) {
      return known.outcome();
    }
    var found = workOut(question, now);
    if (found.took().compareTo(LONG) >= 0) {
      kept.put(question, found);
      makeRoom();
    }
    return found.outcome();
  }

  private Kept workOut(Question question, Instant lookedAt) {
    var seen = figures.seen();
    var began = Instant.now();
    var outcome =
        evaluations.of(
            question.kind(),
            question.period(),
            question.scheme(),
            question.division(),
            question.manner());
    return new Kept(outcome, seen, began, Duration.between(began, Instant.now()), lookedAt);
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
    var unseen = Instant.now().minus(LOOKED_AT);
    kept.values().removeIf(one -> one.lookedAt().isBefore(unseen));
    if (kept.isEmpty()) {
      return;
    }
    var seen = figures.seen();
    kept.forEach((question, one) -> {
      if (!one.seen().equals(seen)) {
        var fresh = workOut(question, one.lookedAt());
        kept.computeIfPresent(question, (_, now) -> fresh.lookedAt(now.lookedAt()));
      }
    });
  }
}
