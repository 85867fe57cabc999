package org.citygrid.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TellingFindingsTest {
  private static final Machine MACHINE =
      new Machine("a processor", 2, "24 GB", "Linux", "a JVM", "PostgreSQL 15", 0.1);

  @TempDir Path folder;

  @Test
  void people_read_median_range_quartile_ratio_target_and_whether_it_was_met() {
    assertThat(Ledger.row(compared(0.6)))
        .isEqualTo(
            "| z16 | 80.0 tiles/s (40.0 to 90.0) | bare: 100 tiles/s (50.0 to 100)"
                + " | **0.80** (0.80 to 0.90; 0.80) | ≥ 0.60 | yes |");
    assertThat(Ledger.row(compared(0.85))).endsWith("| ≥ 0.85 | **no** |");
  }

  @Test
  void a_value_without_a_baseline_is_judged_itself() {
    Finding slow =
        Finding.alone("tiles", "p95", Series.of(140, 151, 160), "ms", Finding.Target.atMost(150));

    assertThat(slow.met()).isFalse();
    assertThat(Ledger.row(slow)).isEqualTo("| p95 | 151 ms (140 to 160) |  |  | ≤ 150 | **no** |");
  }

  @Test
  void programs_read_one_object_a_line_and_a_new_run_begins_anew() throws Exception {
    ledger().begin("tiles");
    ledger().enter(compared(0.6));
    ledger().begin("tiles");
    ledger().enter(compared(0.6));

    List<String> lines = Files.readAllLines(folder.resolve("tiles.jsonl"));
    JsonNode line = JsonMapper.shared().readTree(lines.getFirst());

    assertThat(lines).hasSize(1);
    assertThat(line.path("name").asString()).isEqualTo("tiles");
    assertThat(line.path("value").asDouble()).isEqualTo(80);
    assertThat(line.path("baseline").asDouble()).isEqualTo(100);
    assertThat(line.path("ratio").asDouble()).isEqualTo(0.8);
    assertThat(line.path("ratioLowerQuartile").asDouble()).isEqualTo(0.8);
    assertThat(line.path("met").asBoolean()).isTrue();
    assertThat(line.path("machine").path("cores").asInt()).isEqualTo(2);
    assertThat(line.path("date").asString()).isEqualTo("2026-11-24T00:00:00Z");
  }

  private Ledger ledger() {
    return new Ledger(
        folder,
        System.out,
        new Ledger.Circumstances(
            "1m", 1_000_000, 3, MACHINE, Instant.parse("2026-11-24T00:00:00Z")));
  }

  private static Finding compared(double target) {
    Comparison comparison = Comparison.of(List.of(80.0, 40.0, 90.0), List.of(100.0, 50.0, 100.0));
    return Finding.compared(
        "tiles", "z16", "tiles/s", "bare", comparison, Finding.Target.atLeast(target));
  }
}
