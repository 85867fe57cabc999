package org.citygrid.dispatch.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citygrid.dispatch.evaluation.scheme.Indicator;
import org.citygrid.dispatch.evaluation.scheme.ObjectKind;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.setting.TownClock;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Results of periods that are over: frozen, published, read. To change one, freeze again: that
/// makes a new version.
@RestController
class ResultController {
  private final ResultTable table;
  private final Corrections corrections;
  private final Evaluations evaluations;
  private final SchemeTable schemes;
  private final EvaluationSettings settings;
  private final Names names;
  private final TownClock clock;

  ResultController(
      ResultTable table,
      Corrections corrections,
      Evaluations evaluations,
      SchemeTable schemes,
      EvaluationSettings settings,
      Names names,
      TownClock clock) {
    this.table = table;
    this.corrections = corrections;
    this.evaluations = evaluations;
    this.schemes = schemes;
    this.settings = settings;
    this.names = names;
    this.clock = clock;
  }

  record Freeze(
      @Nullable String of,
      @Nullable String period,
      @Nullable String from,
      @Nullable String to,
      @Nullable String scheme,
      @Nullable String note) {}

  @PostMapping("/api/evaluation/results")
  @ResponseStatus(HttpStatus.CREATED)
  Sheet freeze(Actor actor, @RequestBody Freeze form) {
    var asked =
        new PeriodForm(form.of(), form.period(), form.from(), form.to()).read(clock.today());
    var period = asked.period();
    if (period.isRunning()) {
      throw Problem.badRequest("period", "is not over yet; a result is frozen afterwards")
          .asException();
    }
    var scheme =
        schemes
            .find(asked.kind(), form.scheme(), period.to())
            .orElseThrow(() ->
                Problem.badRequest("scheme", "there is no such scheme for these objects then")
                    .asException());
    var code = period.code();
    var manner = new Evaluations.Manner(settings.suspendedOut(), settings.zeroIsFull());
    var id = UUID.randomUUID();
    table.insert(
        new ResultTable.Result(
            id,
            asked.kind(),
            code == null ? period.from() + ".." + period.to() : code,
            period.from(),
            period.to(),
            actor.divisionCode(),
            scheme.code(),
            scheme.validFrom(),
            1,
            manner,
            clock.instant(),
            actor.userName(),
            form.note(),
            null,
            null,
            0,
            1,
            0),
        evaluations.of(asked.kind(), period, scheme, actor.divisionCode(), manner).standings());
    return read(actor, id);
  }

  @PostMapping("/api/evaluation/results/{id}/publish")
  Sheet publish(Actor actor, @PathVariable UUID id) {
    visible(actor, id);
    table.publish(id, actor.userName(), clock.instant());
    return read(actor, id);
  }

  record Results(List<Sheet.ResultWords> items) {}

  @GetMapping("/api/evaluation/results")
  Results list(
      Actor actor,
      @RequestParam(required = false) @Nullable String of,
      @RequestParam(required = false) @Nullable String period) {
    return new Results(
        table.list().stream()
            .filter(one -> of == null || one.of().code().equals(of))
            .filter(one -> period == null || one.period().equals(period))
            .filter(one -> isVisible(actor, one))
            .map(one -> words(one, corrections.of(one).size()))
            .toList());
  }

  @GetMapping("/api/evaluation/results/{id}")
  Sheet read(Actor actor, @PathVariable UUID id) {
    var result = visible(actor, id);
    var sight = sight(actor, result);
    var kind = result.of();
    var scheme = schemes.findVersion(result.scheme(), result.schemeFrom()).orElseThrow();
    var period = Corrections.period(result);
    var all = names.all(kind, result.division());
    var own = corrections.of(result).stream().filter(one -> sight.shows(one.key())).toList();
    var items =
        table.rows(id).stream()
            .filter(row -> sight.shows(row.key()))
            .map(row -> item(kind, row, all))
            .toList();
    return new Sheet(
        kind.code(),
        new LocalText(kind.zh(), kind.en()),
        Sheet.Days.of(period),
        null,
        Sheet.SchemeWords.of(scheme),
        Sheet.GradeWords.of(scheme.grades()),
        Sheet.Manner.of(result.manner()),
        Sheet.CountWords.of(kind, period, result.manner()),
        Indicator.listOf(kind).stream().map(one -> Sheet.IndicatorWords.of(one, kind)).toList(),
        items,
        items.size(),
        null,
        null,
        result.frozenAt(),
        words(result, own.size()),
        own);
  }

  private static Sheet.Item item(
      ObjectKind kind, ResultTable.Row row, Map<String, Names.Named> all) {
    return new Sheet.Item(
        row.key(),
        Names.name(kind, row.key(), all).name(),
        row.counts(),
        row.rates(),
        row.points(),
        row.deducted().isEmpty() ? null : new HashMap<>(row.deducted()),
        row.score(),
        row.grade(),
        row.rank(),
        row.exempt() == 0 ? null : row.exempt(),
        null,
        null);
  }

  private ResultTable.Result visible(Actor actor, UUID id) {
    return table
        .find(id)
        .filter(one -> isVisible(actor, one))
        .orElseThrow(() -> Problem.notFound().asException());
  }

  /// Those who evaluate see everything of their division; others see what was published for them,
  /// in its newest published version.
  private static boolean isVisible(Actor actor, ResultTable.Result result) {
    if (Rights.seesAll(actor)) {
      return result.division().startsWith(actor.divisionCode());
    }
    return result.isPublished()
        && actor.divisionCode().startsWith(result.division())
        && Rights.seesPublished(actor, result.of());
  }

  private static Rights.Sight sight(Actor actor, ResultTable.Result result) {
    return result.isPublished()
        ? Rights.ofPublished(actor, result.of())
        : Rights.of(actor, result.of());
  }

  private Sheet.ResultWords words(ResultTable.Result one, int corrections) {
    var scheme = schemes.findVersion(one.scheme(), one.schemeFrom()).orElseThrow();
    return new Sheet.ResultWords(
        one.id().toString(),
        one.of().code(),
        one.period(),
        new Sheet.ResultScheme(
            one.scheme(), new LocalText(scheme.zh(), scheme.en()), one.schemeFrom()),
        one.version(),
        one.frozenAt(),
        one.frozenBy(),
        one.note(),
        one.publishedAt(),
        one.publishedBy(),
        one.version() < (one.isPublished() ? one.newestPublished() : one.newest()),
        one.objects(),
        corrections);
  }
}
