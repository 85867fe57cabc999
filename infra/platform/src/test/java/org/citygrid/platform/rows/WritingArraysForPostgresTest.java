package org.citygrid.platform.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WritingArraysForPostgresTest {
  @Test
  void nothing_is_an_empty_array() {
    assertThat(ArrayText.of(List.of())).isEqualTo("{}");
  }

  @Test
  void every_value_is_quoted_so_that_null_and_commas_are_words() {
    assertThat(ArrayText.of(List.of("a", "NULL", "b,c", "")))
        .isEqualTo("{\"a\",\"NULL\",\"b,c\",\"\"}");
  }

  @Test
  void quotes_and_backslashes_are_kept() {
    assertThat(ArrayText.of(List.of("say \"井盖\"", "c:\\")))
        .isEqualTo("{\"say \\\"井盖\\\"\",\"c:\\\\\"}");
  }
}
