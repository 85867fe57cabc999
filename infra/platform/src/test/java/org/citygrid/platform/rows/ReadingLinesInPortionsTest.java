package org.citygrid.platform.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingLinesInPortionsTest {
  @Test
  void lines_keep_their_numbers_though_blank_ones_are_left_out() throws IOException {
    assertThat(portions("a\n\n \nb", 10)).containsExactly(List.of("1 a", "4 b"));
  }

  @Test
  void a_portion_holds_no_more_than_was_asked() throws IOException {
    assertThat(portions("a\nb\n井盖\n", 2)).containsExactly(List.of("1 a", "2 b"), List.of("3 井盖"));
  }

  @Test
  void of_nothing_nothing_is_told() throws IOException {
    assertThat(portions("", 2)).isEmpty();
    assertThat(portions("a\nb\n", 2)).hasSize(1);
  }

  private static List<List<String>> portions(String body, int most) throws IOException {
    var told = new ArrayList<List<String>>();
    LinePortions.read(
        new ByteArrayInputStream(body.getBytes(UTF_8)),
        most,
        portion ->
            told.add(portion.stream().map(line -> line.number() + " " + line.text()).toList()));
    return told;
  }
}
