package org.citygrid.dispatch.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citygrid.dispatch.evaluation.scheme.Count;
import org.citygrid.dispatch.evaluation.scheme.Grade;
import org.citygrid.dispatch.evaluation.scheme.Grades;
import org.citygrid.dispatch.evaluation.scheme.Scheme;
import org.citygrid.dispatch.evaluation.scheme.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every scheme of the catalogue, worked by hand.
class ScoringBySchemesTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # scheme,   counts,                                                                                  score
          # 0.4*90 + 0.2*98 + 0.2*75 + 0.2*98
          collector,  valid=18 collectorReported=20 missed=1 filed=50 verifiedOnTime=6 toVerify=8 checkedOnTime=49 toCheck=50, 90.20
          # 0.25*90 + 0.4*75 + 0.35*95
          acceptor,   accepted=1201 verifySentOnTime=3 verifySent=4 checkSentOnTime=19 checkSent=20,           85.75
          # 0.25*97 + 0.4*97 + 0.35*75
          leader,     filedOnTime=194 filed=200 voided=6 closingOnTime=30 closed=40,                           89.30
          # 0.2*40 + 0.4*90 + 0.4*96
          dispatcher, dispatchedOnTime=180 dispatched=200 wrongDispatch=8,                                     82.40
          # 0.1*90 + 0.3*90 + 0.3*80 + 0.3*96
          department, dispatched=80 dueClosed=45 toClose=50 dueHandledOnTime=40 toHandle=50 rework=2 handled=50, 88.80
          # 0.1*25 + 0.2*40 + 0.3*75 + 0.4*50
          cell,       missed=2 filed=8 dueClosed=9 toClose=12 dueClosedOnTime=6,                               53.00
          # the same with the bands of class 2: eight are worth 40 still, seven would be 60
          cell-class2, missed=2 filed=8 dueClosed=9 toClose=12 dueClosedOnTime=6,                              53.00
          # 0.3*90 + 0.2*80 + 0.2*95 + 0.2*90 + 0.1*95
          jinniu,     dueHandled=90 toHandle=100 dueHandledOnTime=80 rework=5 toClose=100 overdue=10 extended=5, 89.50
          # 50 + 20, of 70
          jinhua,     dueClosedOnTime=70 dueClosed=90 toClose=100,                                             100
          # (50 - 10) + (20 - 5) - 4*0.2 - 2*0.3 - 3, of 70
          jinhua,     dueClosedOnTime=60 dueClosed=85 toClose=100 reworkTimes=4 reworkThird=2 passedBuck=3,    72.2857
          # nothing is below nothing
          jinhua,     dueClosedOnTime=0 dueClosed=0 toClose=100 passedBuck=99,                                 0
          """)
  void a_score_is_worked_out(String scheme, String counts, double score) {
    assertThat(Score.of(scheme(scheme), counts(counts), 1, true).total())
        .isCloseTo(score, within(0.0001));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          acceptor, accepted, 1, 0, 0
          acceptor, accepted, 1, 100, 0
          acceptor, accepted, 1, 101, 40
          acceptor, accepted, 1, 300, 40
          acceptor, accepted, 1, 301, 60
          acceptor, accepted, 1, 501, 75
          acceptor, accepted, 1, 1200, 75
          acceptor, accepted, 1, 1201, 90
          acceptor, accepted, 1, 2000, 90
          acceptor, accepted, 1, 2001, 100
          acceptor, accepted, 3, 3603, 90
          acceptor, accepted, 12, 24012, 100
          department, dispatched, 1, 50, 100
          department, dispatched, 1, 51, 90
          department, dispatched, 1, 1000, 40
          department, dispatched, 1, 1001, 0
          cell, filed, 1, 0, 100
          cell, filed, 1, 2, 90
          cell, filed, 1, 3, 75
          cell, filed, 1, 8, 40
          cell, filed, 1, 9, 0
          cell-class2, filed, 1, 3, 90
          cell-class2, filed, 1, 9, 40
          cell-class2, filed, 1, 10, 0
          """)
  void a_volume_lies_in_a_band_by_the_month(
      String scheme, String count, double months, long n, double points) {
    var counts = Map.of(Count.find(count).orElseThrow(), n);

    assertThat(Score.of(scheme(scheme), counts, months, true).points())
        .containsEntry(count, points);
  }

  @Test
  void nothing_over_nothing_takes_full_marks_or_is_left_out() {
    var counts = counts("valid=8 collectorReported=10 filed=8 missed=0");

    assertThat(Score.of(scheme("collector"), counts, 1, true).total())
        .isCloseTo(0.4 * 80 + 20 + 20 + 20, within(1e-9));
    assertThat(Score.of(scheme("collector"), counts, 1, false).total())
        .isCloseTo((0.4 * 80 + 20) / 0.6, within(1e-9));
    assertThat(Score.of(scheme("collector"), Map.of(), 1, false).total()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "100, A",
    "90, A",
    "89.995, A",
    "89.99, B",
    "75, B",
    "74.99, C",
    "60, C",
    "59.99, D",
    "40, D",
    "39.99, E",
    "0, E"
  })
  void a_score_has_a_grade(double score, Grade grade) {
    assertThat(Grades.USUAL.of(score)).isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource({"100, A", "85, A", "84.99, B", "60, B", "59.99, C", "0, C"})
  void a_scheme_may_have_grades_of_its_own(double score, Grade grade) {
    assertThat(new Grades(List.of(85d, 60d, 0d)).of(score)).isEqualTo(grade);
  }

  @Test
  void a_score_is_graded_by_the_scheme_that_made_it() {
    var usual = scheme("collector");
    var strict =
        new Scheme(
            usual.code(),
            usual.of(),
            usual.zh(),
            usual.en(),
            usual.validFrom(),
            usual.usual(),
            usual.parts(),
            usual.deductions(),
            new Grades(List.of(99.9, 0d)));

    var counts = counts("valid=8 collectorReported=10 filed=8 missed=0");

    var score = Score.of(usual, counts, 1, true);

    assertThat(score.total()).isCloseTo(92, within(1e-9));
    assertThat(score.grade()).isEqualTo(Grade.A);
    assertThat(Score.of(strict, counts, 1, true).grade()).isEqualTo(Grade.B);
    assertThat(Score.of(strict, Map.of(), 1, false).grade()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "90 60", "60 90 0", "100 0", "90 90 0", "95 90 75 60 40 0"})
  void grades_fall_from_below_a_hundred_to_nought(String leasts) {
    var given = Stream.of(leasts.split(" ")).map(Double::valueOf).toList();

    assertThat(Grades.areSound(given)).isFalse();
    assertThatThrownBy(() -> new Grades(given)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Scheme scheme(String code) {
    return SchemeCatalogue.schemes().stream()
        .filter(scheme -> scheme.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static Map<Count, Long> counts(String text) {
    var counts = new EnumMap<Count, Long>(Count.class);
    for (var pair : text.trim().split(" ")) {
      var parts = pair.split("=");
      counts.put(Count.find(parts[0]).orElseThrow(), Long.valueOf(parts[1]));
    }
    return counts;
  }
}
