package org.citygrid.dispatch.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.citygrid.dispatch.evaluation.scheme.Count;
import org.citygrid.dispatch.evaluation.scheme.Grades;
import org.citygrid.dispatch.evaluation.scheme.Indicator;
import org.citygrid.dispatch.evaluation.scheme.ObjectKind;
import org.citygrid.dispatch.evaluation.scheme.Period;
import org.citygrid.dispatch.evaluation.scheme.Scheme;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.setting.TownClock;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Evaluation of a period as it stands now, and what everything in it is called.
@RestController
class EvaluationController {
  private final Evaluations evaluations;
  private final SchemeTable schemes;
  private final EvaluationSettings settings;
  private final TownClock clock;

  EvaluationController(
      Evaluations evaluations, SchemeTable schemes, EvaluationSettings settings, TownClock clock) {
    this.evaluations = evaluations;
    this.schemes = schemes;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping("/api/evaluation")
  Sheet evaluate(
      Actor actor,
      @RequestParam(required = false) @Nullable String of,
      @RequestParam(required = false) @Nullable String period,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String scheme,
      @RequestParam(required = false) @Nullable String key) {
    var asked = new PeriodForm(of, period, from, to).read(clock.today());
    var kind = asked.kind();
    var sight = Rights.of(actor, kind);
    var by = schemeFor(kind, asked.period(), scheme);
    var manner = new Evaluations.Manner(settings.suspendedOut(), settings.zeroIsFull());
    var division = actor.divisionCode();
    var now = evaluations.of(kind, asked.period(), by, division, manner);
    var earlier = asked.period().before();
    var then = evaluations.of(kind, earlier, schemeFor(kind, earlier, scheme), division, manner);
    var before = new HashMap<String, Evaluations.Standing>();
    then.standings().forEach(one -> before.put(one.key(), one));
    return new Sheet(
        kind.code(),
        new LocalText(kind.zh(), kind.en()),
        Sheet.Days.of(asked.period()),
        Sheet.Days.of(earlier),
        by == null ? null : Sheet.SchemeWords.of(by),
        Sheet.GradeWords.of(by == null ? Grades.USUAL : by.grades()),
        Sheet.Manner.of(manner),
        Sheet.CountWords.of(kind, asked.period(), manner),
        Indicator.listOf(kind).stream().map(one -> Sheet.IndicatorWords.of(one, kind)).toList(),
        now.standings().stream()
            .filter(one -> sight.shows(one.key()) && (key == null || key.equals(one.key())))
            .map(one -> Sheet.Item.of(kind, one, before.get(one.key())))
            .toList(),
        sight.isFull()
            ? new Sheet.Total(Sheet.coded(now.total()), Sheet.ratesOf(kind, now.total()))
            : null,
        clock.instant(),
        null,
        null);
  }

  /// The scheme of the period's last day; null where the kind has none and none was named.
  private @Nullable Scheme schemeFor(ObjectKind kind, Period period, @Nullable String code) {
    var found = schemes.find(kind, code, period.through());
    if (code != null && found.isEmpty()) {
      throw Problem.badRequest("scheme", "there is no such scheme for these objects then")
          .asException();
    }
    return found.orElse(null);
  }

  record KindWords(String code, LocalText name, List<String> schemes) {}

  record CountWords(String code, LocalText name, String counted, List<String> of) {}

  record IndicatorWords(
      String code, LocalText name, LocalText formula, String better, List<String> of) {}

  record Catalogue(
      List<KindWords> kinds,
      List<CountWords> counts,
      List<IndicatorWords> indicators,
      List<Sheet.GradeWords> grades) {}

  @GetMapping("/api/evaluation/catalogue")
  Catalogue catalogue() {
    var versions = schemes.versions();
    return new Catalogue(
        Arrays.stream(ObjectKind.values())
            .map(kind ->
                new KindWords(
                    kind.code(),
                    new LocalText(kind.zh(), kind.en()),
                    versions.stream()
                        .filter(one -> one.scheme().of() == kind)
                        .map(one -> one.scheme().code())
                        .distinct()
                        .toList()))
            .toList(),
        Arrays.stream(Count.values())
            .map(count ->
                new CountWords(
                    count.code(),
                    new LocalText(count.zh(), count.en()),
                    count.isOfCases() ? "cases" : "times",
                    kinds(count::isOf)))
            .toList(),
        Arrays.stream(Indicator.values())
            .map(one ->
                new IndicatorWords(
                    one.code(),
                    new LocalText(one.zh(), one.en()),
                    new LocalText(one.formulaZh(ObjectKind.TOWN), one.formulaEn(ObjectKind.TOWN)),
                    one.isHighGood() ? "high" : "low",
                    kinds(one::isOf)))
            .toList(),
        Sheet.GradeWords.of(Grades.USUAL));
  }

  private static List<String> kinds(java.util.function.Predicate<ObjectKind> fits) {
    return Arrays.stream(ObjectKind.values()).filter(fits).map(ObjectKind::code).toList();
  }
}
