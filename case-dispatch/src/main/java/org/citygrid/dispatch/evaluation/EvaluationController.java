package org.citygrid.dispatch.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.citygrid.dispatch.evaluation.scheme.Count;
import org.citygrid.dispatch.evaluation.scheme.Grades;
import org.citygrid.dispatch.evaluation.scheme.Indicator;
import org.citygrid.dispatch.evaluation.scheme.ObjectKind;
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
  private static final int MOST = 1_000;

  private final Questions questions;
  private final Outcomes outcomes;
  private final SchemeTable schemes;
  private final TownClock clock;

  EvaluationController(
      Questions questions, Outcomes outcomes, SchemeTable schemes, TownClock clock) {
    this.questions = questions;
    this.outcomes = outcomes;
    this.schemes = schemes;
    this.clock = clock;
  }

  /// @param key of one object; null for all
  /// @param limit how many objects, best first; null for all
  /// @param after the object after which to go on; null from the first
  @GetMapping("/api/evaluation")
  Sheet evaluate(
      Actor actor,
      @RequestParam(required = false) @Nullable String of,
      @RequestParam(required = false) @Nullable String period,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String scheme,
      @RequestParam(required = false) @Nullable String key,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    if (limit != null && (limit < 1 || limit > MOST)) {
      throw Problem.badRequest("limit", "must be from 1 to " + MOST).asException();
    }
    var asked = questions.ask(actor, new PeriodForm(of, period, from, to), scheme);
    var question = asked.now();
    var kind = question.kind();
    var by = question.scheme();
    var now = outcomes.of(question);
    var seen =
        now.standings().stream()
            .filter(one -> asked.sight().shows(one.key()) && (key == null || key.equals(one.key())))
            .toList();
    int first = after == null ? 0 : placeOf(after, seen) + 1;
    int end = limit == null ? seen.size() : Math.min(seen.size(), first + limit);
    var page = seen.subList(first, end);
    var before = before(asked.before(), page);
    return new Sheet(
        kind.code(),
        new LocalText(kind.zh(), kind.en()),
        Sheet.Days.of(question.period()),
        Sheet.Days.of(asked.before().period()),
        by == null ? null : Sheet.SchemeWords.of(by),
        Sheet.GradeWords.of(by == null ? Grades.USUAL : by.grades()),
        Sheet.Manner.of(question.manner()),
        Sheet.CountWords.of(kind, question.period(), question.manner()),
        Indicator.listOf(kind).stream().map(one -> Sheet.IndicatorWords.of(one, kind)).toList(),
        page.stream().map(one -> Sheet.Item.of(kind, one, before.get(one.key()))).toList(),
        seen.size(),
        end < seen.size() ? page.getLast().key() : null,
        asked.sight().isFull()
            ? new Sheet.Total(Sheet.coded(now.total()), Sheet.ratesOf(kind, now.total()))
            : null,
        clock.instant(),
        null,
        null);
  }

  private static int placeOf(String key, List<Evaluations.Standing> all) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).key().equals(key)) {
        return i;
      }
    }
    throw Problem.badRequest("after", "is none of these objects; begin again without it")
        .asException();
  }

  /// How those of a page stood in the period before.
  private Map<String, Evaluations.Standing> before(
      Outcomes.Question question, List<Evaluations.Standing> page) {
    var keys = new HashSet<String>();
    page.forEach(one -> keys.add(one.key()));
    var before = new HashMap<String, Evaluations.Standing>();
    for (var one : outcomes.of(question).standings()) {
      if (keys.contains(one.key())) {
        before.put(one.key(), one);
      }
    }
    return before;
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
