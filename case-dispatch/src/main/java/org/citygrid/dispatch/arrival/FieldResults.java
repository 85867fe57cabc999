package org.citygrid.dispatch.arrival;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citygrid.dispatch.casefile.Act;
import org.citygrid.dispatch.casefile.CaseFile;
import org.citygrid.dispatch.casefile.CaseStore;
import org.citygrid.dispatch.casefile.Clerk;
import org.citygrid.dispatch.casefile.Journal;
import org.citygrid.dispatch.workflow.Doer;
import org.citygrid.dispatch.workflow.Outcome;
import org.citygrid.dispatch.workflow.Post;
import org.citygrid.platform.setting.TownClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Applies what collectors found to their cases. A result whose task is over, because it came twice
/// or the case has moved on, changes nothing.
@Component
class FieldResults {
  private static final Logger LOG = LoggerFactory.getLogger(FieldResults.class);

  private final CaseStore store;
  private final Clerk clerk;
  private final TownClock clock;
  private final MeterRegistry meters;

  FieldResults(CaseStore store, Clerk clerk, TownClock clock, MeterRegistry meters) {
    this.store = store;
    this.clerk = clerk;
    this.clock = clock;
    this.meters = meters;
  }

  @Transactional
  public void take(List<FieldResult> results) {
    var files =
        store
            .lock(results.stream().map(FieldResult::caseId).map(id -> requireNonNull(id)).toList())
            .stream()
            .collect(Collectors.toMap(CaseFile::id, Function.identity()));
    var journal = new Journal();
    for (var result : results) {
      var file = files.get(requireNonNull(result.caseId()));
      if (file == null) {
        throw new IllegalStateException("there is no case " + result.caseId());
      }
      take(file, result, journal);
    }
    store.store(journal);
  }

  private void take(CaseFile file, FieldResult result, Journal journal) {
    UUID open = file.standing().taskId;
    if (!requireNonNull(result.taskId()).equals(open)) {
      meters.counter("citygrid.field.results.stale").increment();
      return;
    }
    var outcome = clerk.take(file, act(file, result), journal);
    if (outcome instanceof Outcome.Refusal refusal) {
      meters.counter("citygrid.field.results.refused").increment();
      LOG.warn("result {} of case {} refused: {}", result.resultId(), file.id(), refusal);
    }
  }

  private Act act(CaseFile file, FieldResult result) {
    return new Act(
        result.action().orElseThrow(),
        new Doer(requireNonNull(result.collector()), Set.of(Post.COLLECTOR), null),
        notBefore(file.standing().movedAt, requireNonNull(result.at())),
        clock.instant(),
        result.remark(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        requireNonNullElse(result.photoIds(), List.of()));
  }

  /// A phone's clock is a claim: a result cannot precede the task it answers.
  private static Instant notBefore(Instant earliest, Instant claimed) {
    return claimed.isBefore(earliest) ? earliest : claimed;
  }
}
