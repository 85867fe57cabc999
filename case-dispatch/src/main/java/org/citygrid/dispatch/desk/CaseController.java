package org.citygrid.dispatch.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.citygrid.dispatch.casefile.CaseFile;
import org.citygrid.dispatch.casefile.CaseStore;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

  @GetMapping("/api/cases")
  Page list(
      Actor actor,
      @RequestParam(defaultValue = "open") String queue,
      @RequestParam(required = false) @Nullable List<String> state,
      @RequestParam(required = false) @Nullable String light,
      @RequestParam(required = false) @Nullable String grid,
      @RequestParam(name = "class", required = false) @Nullable String classCode,
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable String source,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "due") String sort,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var wrong = new Violations();
    wrong.require(
        Set.of("mine", "open", "all").contains(queue), "queue", "must be mine, open or all");
    wrong.require(
        Set.of("due", "-reportedAt").contains(sort), "sort", "must be due or -reportedAt");
    wrong.require(limit >= 1 && limit <= MOST, "limit", "must be 1 to " + MOST);
    var begin = time(from, 0, "from", wrong);
    var end = time(to, 1, "to", wrong);
    wrong.throwIfAny();
    var filter =
        new CaseQuery.Filter(
            queue,
            present(state),
            blank(light),
            blank(grid),
            blank(classCode),
            blank(unit),
            blank(source),
            blank(text),
            begin,
            end);
    var after = cursor == null ? null : Cursor.decode(cursor);
    return page(Reader.of(actor), filter, sort.equals("due"), after, limit);
  }

  private Page page(
      Reader reader, CaseQuery.Filter filter, boolean byDue, @Nullable Cursor after, int limit) {
    var now = clock.instant();
    var files = query.list(filter, reader, now, byDue, after, limit + 1);
    var shown = files.subList(0, Math.min(limit, files.size()));
    var suspected =
        query.numbers(
            shown.stream().map(f -> f.origin().suspectedId()).filter(Objects::nonNull).toList());
    var items =
        shown.stream()
            .map(f -> summaries.of(f, reader, now, suspected.get(f.origin().suspectedId())))
            .toList();
    return new Page(items, files.size() > limit ? cursor(shown.getLast(), byDue).encode() : null);
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
  CaseDetail act(Actor actor, @PathVariable String number, @RequestBody ActForm form) {
    var reader = Reader.of(actor);
    var acted = acting.act(find(number, reader), form, actor);
    return details.of(acted, reader, clock.instant());
  }

  private CaseFile find(String number, Reader reader) {
    return store
        .findByNumber(number, reader.division())
        .filter(reader::mayRead)
        .orElseThrow(() -> Problem.notFound().asException());
  }

  /// A moment, or a day in the town; as an end a day counts whole.
  private @Nullable Instant time(
      @Nullable String text, int plusDays, String field, Violations wrong) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).plusDays(plusDays).atStartOfDay(clock.zone()).toInstant();
    } catch (DateTimeException unreadable) {
      wrong.add(field, "must be a day such as 2026-11-23 or an instant with Z");
      return null;
    }
  }

  private static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static @Nullable List<String> present(@Nullable List<String> values) {
    return values == null || values.stream().allMatch(String::isBlank) ? null : values;
  }
}
