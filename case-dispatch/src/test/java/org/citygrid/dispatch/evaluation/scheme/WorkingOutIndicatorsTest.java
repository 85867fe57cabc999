package org.citygrid.dispatch.evaluation.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Each indicator of the domain's list, worked by hand.
class WorkingOutIndicatorsTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # indicator,      of,         counts,                                rate
          validReport,      collector,  valid=18 collectorReported=20,         0.90
          missedReport,     collector,  missed=1 filed=50,                     0.02
          onTimeAcceptance, acceptor,   acceptedOnTime=9 accepted=10,          0.90
          verifySending,    acceptor,   verifySentOnTime=3 verifySent=4,       0.75
          checkSending,     acceptor,   checkSentOnTime=19 checkSent=20,       0.95
          onTimeVerify,     collector,  verifiedOnTime=6 toVerify=8,           0.75
          onTimeCheck,      collector,  checkedOnTime=49 toCheck=50,           0.98
          onTimeFiling,     leader,     filedOnTime=97 filed=100,              0.97
          accurateFiling,   leader,     filed=200 voided=6,                    0.97
          onTimeDispatch,   town,       dispatchedOnTime=80 toDispatch=100,    0.80
          onTimeDispatch,   dispatcher, dispatchedOnTime=80 dispatched=90 toDispatch=100, 0.8889
          accurateDispatch, dispatcher, dispatched=100 wrongDispatch=4,        0.96
          handling,         department, dueHandled=45 toHandle=50,             0.90
          onTimeHandling,   department, dueHandledOnTime=40 toHandle=50,       0.80
          overdueBacklog,   department, overdue=5 toHandle=50,                 0.10
          rework,           department, rework=2 toClose=40,                   0.05
          reworkOfHandled,  department, rework=2 handled=50,                   0.04
          extension,        department, extended=3 toHandle=60,                0.05
          closing,          cell,       dueClosed=9 toClose=12,                0.75
          onTimeClosing,    cell,       dueClosedOnTime=6 toClose=12,          0.50
          promptClosing,    leader,     closingOnTime=30 closed=40,            0.75
          publicReport,     cell,       missed=3 filed=12,                     0.25
          """)
  void a_rate_is_one_count_over_another(String code, String of, String counts, double rate) {
    var indicator = Indicator.find(code).orElseThrow();

    assertThat(indicator.of(counts(counts), ObjectKind.find(of).orElseThrow()))
        .hasValueCloseTo(rate, org.assertj.core.data.Offset.offset(0.00005));
  }

  @ParameterizedTest
  @EnumSource
  void nothing_over_nothing_has_no_value(Indicator indicator) {
    assertThat(indicator.of(Map.of(), ObjectKind.TOWN)).isEmpty();
  }

  @Test
  void every_indicator_is_counted_for_somebody() {
    assertThat(Indicator.values())
        .allSatisfy(
            one -> assertThat(Arrays.stream(ObjectKind.values()).filter(one::isOf)).isNotEmpty());
  }

  static Map<Count, Long> counts(String text) {
    var counts = new EnumMap<Count, Long>(Count.class);
    for (var pair : text.trim().split(" ")) {
      var parts = pair.split("=");
      counts.put(Count.find(parts[0]).orElseThrow(), Long.valueOf(parts[1]));
    }
    return counts;
  }
}
