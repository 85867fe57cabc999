package org.citygrid.ogc.cql2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.citygrid.ogc.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FilterPropertiesTest {
  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void text_and_json_lead_back_to_the_same_filter(long seed) {
    Expr filter = new RandomFilter(seed).condition(3);

    Expr throughText = Cql2.fromText(Cql2.toText(filter));
    Expr throughJson = Cql2.fromJson(Cql2.toJson(filter));

    assertThat(throughText).isEqualTo(filter);
    assertThat(throughJson).isEqualTo(filter);
    assertThat(Asked.SQL.write(throughText)).isEqualTo(Asked.SQL.write(throughJson));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_value_has_its_question_mark_and_none_is_in_the_text(long seed) {
    Clause sql = Asked.SQL.write(new RandomFilter(seed).condition(3));

    assertThat(sql.sql().chars().filter(c -> c == '?').count()).isEqualTo(sql.values().size());
    assertThat(sql.sql()).doesNotContain(";", "--", "\"", "井", "😀", "it's");
  }

  @Test
  void a_damaged_text_is_understood_or_refused_and_never_worse() {
    var random = new Random(20261123);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder(Cql2.toText(new RandomFilter(i % 200).condition(2)));
      for (int blow = random.nextInt(4); blow >= 0; blow--) {
        damage(text, random);
      }
      try {
        Asked.text(text.toString());
      } catch (UnreadableFilter told) {
        assertThat(told.getMessage()).isNotBlank();
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(5_000);
  }

  private static void damage(StringBuilder text, Random random) {
    int at = random.nextInt(text.length() + 1);
    switch (random.nextInt(3)) {
      case 0 -> text.insert(at, "()'\",;\\?%\0é井- ANDOR1".charAt(random.nextInt(20)));
      case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(5)));
      default -> text.insert(at, text.substring(at / 2, at));
    }
  }
}
