package org.citygrid.dispatch.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RowsForCopyTest {
  private final ObjectNode row = JsonMapper.shared().createObjectNode();

  @Test
  void what_a_row_does_not_name_is_null() {
    row.put("seq", 3).put("late", true).putNull("opinion");

    assertThat(text("seq", "late", "opinion", "receiver")).isEqualTo("3\ttrue\t\\N\t\\N\n");
  }

  @Test
  void line_breaks_tabs_and_backslashes_stay_within_their_column() {
    row.put("opinion", "a\tb\nc\r\\N\\.");

    assertThat(text("opinion")).isEqualTo("a\\tb\\nc\\r\\\\N\\\\.\n");
  }

  @Test
  void lists_become_arrays_and_objects_stay_json() {
    row.putArray("photo_ids").add("ab").add("say \"no\"");
    row.putObject("facts").put("row", "4a");
    row.putArray("none");

    assertThat(text("photo_ids", "facts", "none"))
        .isEqualTo("{\"ab\",\"say \\\\\"no\\\\\"\"}\t{\"row\":\"4a\"}\t{}\n");
  }

  private String text(String... columns) {
    return RowCopy.text(List.of(columns), List.of(row));
  }
}
