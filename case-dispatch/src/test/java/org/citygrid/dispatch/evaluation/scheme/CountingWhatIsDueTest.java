package org.citygrid.dispatch.evaluation.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.citygrid.dispatch.figure.Measure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is to be done in a period: what falls due in it, and what is older and still open.
class CountingWhatIsDueTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # count,    in the period,                    before it,                    until its end,    until yesterday,                                 suspended out, n
          toHandle,   due=10 due_handled=9,             due=100 due_handled=96,       -,                -,                                               false,         14
          toHandle,   due=10 due_handled=9,             due=100 due_handled=96,       due_suspended=3,  -,                                               false,         14
          toHandle,   due=10 due_handled=9,             due=100 due_handled=96,       due_suspended=3,  -,                                               true,          11
          toClose,    due=10 due_closed=8,              due=100 due_closed=90,        -,                -,                                               false,         20
          overdue,    due=10,                           due=100,                      -,                due=108 due_handled=101 due_suspended=2,         false,         5
          toVerify,   verify_sent=7 verified=6,         verify_sent=20 verified=18,   -,                -,                                               false,         9
          toDispatch, dispatch_in=5 dispatch_out=5,     dispatch_in=9 dispatch_out=9, -,                -,                                               false,         5
          dueHandledLate, due_handled=9 due_handled_on_time=7, -,                     -,                -,                                               false,         2
          """)
  void what_is_due(
      String count,
      String within,
      String before,
      String due,
      String past,
      boolean suspendedOut,
      long n) {
    var sums =
        new Sums(measures(within), measures(before), measures(due), measures(past), suspendedOut);

    assertThat(Count.find(count).orElseThrow().of(sums)).isEqualTo(n);
  }

  private static Map<Measure, Long> measures(String text) {
    var measures = new EnumMap<Measure, Long>(Measure.class);
    if (!text.equals("-")) {
      for (var pair : text.split(" ")) {
        var parts = pair.split("=");
        measures.put(
            Measure.valueOf(parts[0].toUpperCase(java.util.Locale.ROOT)), Long.valueOf(parts[1]));
      }
    }
    return measures;
  }
}
