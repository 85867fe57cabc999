package org.citygrid.dispatch.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.citygrid.dispatch.workflow.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowsForCopyTest {
  @Test
  void what_a_row_does_not_have_is_null() {
    assertThat(text(3, true, null)).isEqualTo("3\ttrue\t\\N\n");
  }

  @Test
  void line_breaks_tabs_and_backslashes_stay_within_their_column() {
    assertThat(text("a\tb\nc\r\\N\\.")).isEqualTo("a\\tb\\nc\\r\\\\N\\\\.\n");
  }

  @Test
  void lists_become_arrays_and_maps_become_json() {
    assertThat(text(List.of("ab", "say \"no\"", "\\"), Map.of("row", "4a\n"), List.of()))
        .isEqualTo("{\"ab\",\"say \\\\\"no\\\\\"\",\"\\\\\\\\\"}\t{\"row\":\"4a\\\\n\"}\t{}\n");
  }

  @Test
  void times_keys_states_and_degrees_stand_as_postgresql_reads_them() {
    var id = UUID.fromString("0198a1b2-0000-7000-8000-00000000000a");
    var noon = Instant.parse("2026-11-23T04:00:00.000001Z");

    assertThat(text(id, noon, State.TO_FILE, 100.25, 1e-7))
        .isEqualTo(
            "0198a1b2-0000-7000-8000-00000000000a\t2026-11-23T04:00:00.000001Z\tTO_FILE\t100.25\t1.0E-7\n");
  }

  private static String text(@Nullable Object... row) {
    var columns =
        IntStream.range(0, row.length)
            .mapToObj(at -> RowCopy.Column.<List<@Nullable Object>>of("c" + at, r -> r.get(at)))
            .toList();
    return new RowCopy<>("t", columns).text(List.of(Arrays.asList(row)));
  }
}
