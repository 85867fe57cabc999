package org.citygrid.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamingComponentsTest {
  @Test
  void a_code_tells_county_class_and_number() {
    var code = new ComponentCode("4406050137000123");

    assertThat(code.county()).isEqualTo("440605");
    assertThat(code.classCode()).isEqualTo(new ClassCode("0137"));
    assertThat(code.classCode().major()).isEqualTo("01");
    assertThat(code.classCode().minor()).isEqualTo("37");
    assertThat(code.number()).isEqualTo(123);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "440605013700012",
        "44060501370001234",
        "44060501370001２3",
        "4406050137OOO123",
        "0406050137000123",
        "4406050137000000",
        " 406050137000123",
        "-406050137000123"
      })
  void anything_else_is_no_code(String text) {
    assertThat(ComponentCode.find(text)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ComponentCode(text))
        .withMessageContaining("not a component code");
  }

  @Test
  void every_code_is_the_sum_of_its_parts() {
    var random = new Random(20_260_701);
    for (int i = 0; i < 10_000; i++) {
      String county = String.valueOf(100_000 + random.nextInt(900_000));
      var classCode = new ClassCode("%04d".formatted(random.nextInt(10_000)));
      int number = 1 + random.nextInt(ComponentCode.GREATEST_NUMBER);

      var code = ComponentCode.of(county, classCode, number);

      assertThat(code.county()).isEqualTo(county);
      assertThat(code.classCode()).isEqualTo(classCode);
      assertThat(code.number()).isEqualTo(number);
      assertThat(new ComponentCode(code.value())).isEqualTo(code);
    }
  }

  @Test
  void codes_of_a_class_sort_by_number() {
    var classCode = new ClassCode("0102");
    var ninth = ComponentCode.of("440605", classCode, 9);
    var tenth = ComponentCode.of("440605", classCode, 10);

    assertThat(ninth).isLessThan(tenth);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_000_000})
  void numbers_run_from_one_to_six_digits(int number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ComponentCode.of("440605", new ClassCode("0102"), number));
  }
}
