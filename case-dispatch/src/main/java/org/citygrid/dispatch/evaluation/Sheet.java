package org.citygrid.dispatch.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citygrid.dispatch.evaluation.scheme.Count;
import org.citygrid.dispatch.evaluation.scheme.Grades;
import org.citygrid.dispatch.evaluation.scheme.Indicator;
import org.citygrid.dispatch.evaluation.scheme.ObjectKind;
import org.citygrid.dispatch.evaluation.scheme.Period;
import org.citygrid.dispatch.evaluation.scheme.Scheme;
import org.citygrid.dispatch.evaluation.scheme.Scheme.Points;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/// An evaluation as the world reads it. Rates are rounded to four digits, points and scores to two.
///
/// @param items a page of them, best first
/// @param count of all pages together
/// @param next what to ask for after this page; null after the last
record Sheet(
    String of,
    LocalText ofName,
    Days period,
    @Nullable Days before,
    @Nullable SchemeWords scheme,
    List<GradeWords> grades,
    Manner settings,
    List<CountWords> counts,
    List<IndicatorWords> indicators,
    List<Item> items,
    int count,
    @Nullable String next,
    @Nullable Total total,
    Instant asOf,
    @Nullable ResultWords result,
    @Nullable List<Correction> corrections) {

  /// @param through the last day counted
  record Days(
      @Nullable String code, LocalDate from, LocalDate to, LocalDate through, boolean running) {
    static Days of(Period period) {
      return new Days(
          period.code(), period.from(), period.to(), period.through(), period.isRunning());
    }
  }

  record SchemeWords(
      String code,
      LocalText name,
      String of,
      LocalDate validFrom,
      List<PartWords> parts,
      List<DeductionWords> deductions) {
    static SchemeWords of(Scheme scheme) {
      return new SchemeWords(
          scheme.code(),
          new LocalText(scheme.zh(), scheme.en()),
          scheme.of().code(),
          scheme.validFrom(),
          scheme.parts().stream().map(part -> PartWords.of(part, scheme.of())).toList(),
          scheme.deductions().stream().map(DeductionWords::of).toList());
    }
  }

  record PartWords(
      String code,
      LocalText name,
      double weight,
      String points,
      LocalText formula,
      @Nullable List<Scheme.Band> bands,
      @Nullable Double from,
      @Nullable Double off) {
    static PartWords of(Scheme.Part part, ObjectKind kind) {
      boolean step = part.points() == Points.STEP;
      return new PartWords(
          part.code(),
          new LocalText(part.zh(), part.en()),
          part.weight(),
          part.points().name().toLowerCase(Locale.ROOT),
          formula(part, kind),
          part.bands().isEmpty() ? null : part.bands(),
          step ? part.from() : null,
          step ? part.off() : null);
    }

    private static LocalText formula(Scheme.Part part, ObjectKind kind) {
      var indicator = part.indicator();
      return indicator == null
          ? new LocalText("按月均" + part.zh() + "分档", part.en() + " a month, by bands")
          : new LocalText(indicator.formulaZh(kind), indicator.formulaEn(kind));
    }
  }

  record DeductionWords(String code, LocalText name, double each) {
    static DeductionWords of(Scheme.Deduction one) {
      var count = one.count();
      return new DeductionWords(count.code(), new LocalText(count.zh(), count.en()), one.each());
    }
  }

  record GradeWords(String letter, double from, String colour, LocalText name) {
    static List<GradeWords> of(Grades grades) {
      return grades.letters().stream()
          .map(grade ->
              new GradeWords(
                  grade.name(),
                  grades.from(grade),
                  grade.colour(),
                  new LocalText(grade.zh(), grade.en())))
          .toList();
    }
  }

  record Manner(String suspended, String zeroOverZero) {
    static Manner of(Evaluations.Manner manner) {
      return new Manner(manner.suspendedOut() ? "out" : "in", manner.zeroIsFull() ? "full" : "out");
    }
  }

  record CountWords(String code, LocalText name, String counted, @Nullable String link) {
    static List<CountWords> of(ObjectKind kind, Period period, Evaluations.Manner manner) {
      return Count.listOf(kind).stream()
          .map(count ->
              new CountWords(
                  count.code(),
                  new LocalText(count.zh(), count.en()),
                  count.isOfCases() ? "cases" : "times",
                  count.link(kind, period, manner.suspendedOut())))
          .toList();
    }
  }

  record IndicatorWords(
      String code,
      LocalText name,
      LocalText formula,
      String numerator,
      @Nullable String less,
      String denominator,
      boolean complement,
      String better) {
    static IndicatorWords of(Indicator one, ObjectKind kind) {
      var less = one.less();
      return new IndicatorWords(
          one.code(),
          new LocalText(one.zh(), one.en()),
          new LocalText(one.formulaZh(kind), one.formulaEn(kind)),
          one.numerator().code(),
          less == null ? null : less.code(),
          one.denominator(kind).code(),
          !one.isHighGood(),
          one.isHighGood() ? "high" : "low");
    }
  }

  record Item(
      String key,
      LocalText name,
      Map<String, Long> counts,
      Map<String, Double> rates,
      @Nullable Map<String, Double> points,
      @Nullable Map<String, Double> deducted,
      @Nullable Double score,
      @Nullable String grade,
      @Nullable Integer rank,
      @Nullable Long exempt,
      @Nullable Double beforeScore,
      @Nullable Change change) {
    static Item of(ObjectKind kind, Evaluations.Standing one, Evaluations.@Nullable Standing was) {
      var score = one.score();
      var total = one.total();
      var before = was == null ? null : was.total();
      return new Item(
          one.key(),
          one.named().name(),
          coded(one.counts()),
          ratesOf(kind, one.counts()),
          score == null ? null : rounded(score.points()),
          score == null || score.deducted().isEmpty() ? null : rounded(score.deducted()),
          total == null ? null : round(total, 2),
          one.grade(),
          one.rank(),
          one.exempt() == 0 ? null : one.exempt(),
          before == null ? null : round(before, 2),
          total == null || before == null || was == null
              ? null
              : Change.between(total, one.rank(), before, was.rank()));
    }
  }

  /// @param rank negative where it has climbed
  record Change(double score, @Nullable Integer rank) {
    static Change between(
        double now, @Nullable Integer rank, double before, @Nullable Integer rankBefore) {
      return new Change(
          round(round(now, 2) - round(before, 2), 2),
          rank == null || rankBefore == null ? null : rank - rankBefore);
    }
  }

  record Total(Map<String, Long> counts, Map<String, Double> rates) {}

  /// A frozen result among others.
  record ResultWords(
      String id,
      String of,
      String period,
      ResultScheme scheme,
      int version,
      Instant frozenAt,
      String frozenBy,
      @Nullable String note,
      @Nullable Instant publishedAt,
      @Nullable String publishedBy,
      boolean superseded,
      int objects,
      int corrections) {}

  record ResultScheme(String code, LocalText name, LocalDate validFrom) {}

  /// What an appeal has changed since a result was frozen; the result itself stays.
  ///
  /// @param cases those that were taken out, by number
  /// @param counts only those that changed
  record Correction(
      String key,
      LocalText name,
      Instant at,
      List<String> cases,
      Was<@Nullable Double> score,
      Was<@Nullable String> grade,
      Map<String, Was<Long>> counts) {}

  record Was<T extends @Nullable Object>(T was, T now) {}

  static Map<String, Long> coded(Map<Count, Long> counts) {
    var coded = new LinkedHashMap<String, Long>();
    counts.forEach((count, n) -> coded.put(count.code(), n));
    return coded;
  }

  static Map<String, Double> ratesOf(ObjectKind kind, Map<Count, Long> counts) {
    var rates = new LinkedHashMap<String, Double>();
    for (var indicator : Indicator.listOf(kind)) {
      indicator.of(counts, kind).ifPresent(rate -> rates.put(indicator.code(), round(rate, 4)));
    }
    return rates;
  }

  static Map<String, Double> rounded(Map<String, Double> points) {
    var rounded = new LinkedHashMap<String, Double>();
    points.forEach((code, value) -> rounded.put(code, round(value, 2)));
    return rounded;
  }

  static double round(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
  }
}
