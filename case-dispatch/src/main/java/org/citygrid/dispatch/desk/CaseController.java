package org.citygrid.dispatch.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.citygrid.dispatch.casefile.CaseFile;
import org.citygrid.dispatch.casefile.CaseStore;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Cases over HTTP. Whoever may not read a case is told that there is none.
@RestController
class CaseController {
  private static final int MOST = 500;
  private static final Instant NO_DEADLINE = Instant.parse("9999-01-01T00:00:00Z");

  private final CaseQuery query;
  private final CaseStore store;
  private final Summaries summaries;
  private final CaseDetails details;
  private final Acting acting;
  private final TownClock clock;

  CaseController(
      CaseQuery query,
      CaseStore store,
      Summaries summaries,
      CaseDetails details,
      Acting acting,
      TownClock clock) {
    this.query = query;
    this.store = store;
    this.summaries = summaries;
    this.details = details;
    this.acting = acting;
    this.clock = clock;
  }

  record Page(List<CaseSummary> items, @Nullable String next) {}

  /// @param asked what the list is narrowed by: see [Narrowing]
  @GetMapping("/api/cases")
  Page list(
      Actor actor,
      @RequestParam(defaultValue = "open") String queue,
      @RequestParam(required = false) @Nullable String sort,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam MultiValueMap<String, String> asked) {
    var wrong = new Violations();
    var filter = CaseFilter.read(queue, asked, clock.zone(), wrong);
    var order = sort == null ? usualOrder(queue) : sort;
    wrong.require(
        Set.of("due", "-reportedAt").contains(order), "sort", "must be due or -reportedAt");
    wrong.require(limit >= 1 && limit <= MOST, "limit", "must be 1 to " + MOST);
    wrong.throwIfAny();
    var after = cursor == null ? null : Cursor.decode(cursor);
    return page(Reader.of(actor), filter, order.equals("due"), after, limit);
  }

  /// What is open comes by its deadline; of all the cases there ever were the newest come first.
  private static String usualOrder(String queue) {
    return queue.equals("all") ? "-reportedAt" : "due";
  }

  private Page page(
      Reader reader, CaseFilter filter, boolean byDue, @Nullable Cursor after, int limit) {
    var now = clock.instant();
    var files = query.list(filter, reader, now, byDue, after, limit + 1);
    var shown = files.subList(0, Math.min(limit, files.size()));
    var suspected =
        query.numbers(shown.stream().map(CaseFile::suspectedId).filter(Objects::nonNull).toList());
    var items =
        shown.stream()
            .map(f -> summaries.of(f, reader, now, numberOf(f.suspectedId(), suspected)))
            .toList();
    return new Page(items, files.size() > limit ? cursor(shown.getLast(), byDue).encode() : null);
  }

  private static @Nullable String numberOf(@Nullable UUID id, Map<UUID, String> numbers) {
    return id == null ? null : numbers.get(id);
  }

  private static Cursor cursor(CaseFile last, boolean byDue) {
    var due = last.standing().dueAt;
    return new Cursor(
        byDue ? (due == null ? NO_DEADLINE : due) : last.origin().reportedAt(), last.id());
  }

  record Counts(Map<String, Integer> states, int mine, Map<String, Integer> lights) {}

  @GetMapping("/api/cases/counts")
  Counts counts(Actor actor) {
    var states = new TreeMap<String, Integer>();
    var lights = new LinkedHashMap<>(Map.of("green", 0, "yellow", 0, "red", 0));
    int mine = 0;
    for (var count : query.counts(Reader.of(actor), clock.instant())) {
      states.merge(count.state(), count.count(), Integer::sum);
      lights.computeIfPresent(count.light(), (_, n) -> n + count.count());
      mine += count.mine();
    }
    return new Counts(states, mine, lights);
  }

  record Points(List<CaseQuery.Point> items) {}

  @GetMapping("/api/cases/points")
  Points points(Actor actor) {
    return new Points(query.points(Reader.of(actor), clock.instant()));
  }

  @GetMapping("/api/cases/{number}")
  CaseDetail get(Actor actor, @PathVariable String number) {
    var reader = Reader.of(actor);
    return details.of(find(number, reader), reader, clock.instant());
  }

  @PostMapping("/api/cases/{number}/acts")
  CaseDetail act(
      Actor actor,
      @PathVariable String number,
      @RequestBody ActForm form,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    var reader = Reader.of(actor);
    var acted = acting.act(find(number, reader), form, actor, key);
    return details.of(acted, reader, clock.instant());
  }

  private CaseFile find(String number, Reader reader) {
    return store
        .findByNumber(number, reader.division())
        .filter(reader::mayRead)
        .orElseThrow(() -> Problem.notFound().asException());
  }
}
