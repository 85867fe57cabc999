package org.citygrid.intake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AReceiptTest {
  @Test
  void has_seventy_five_random_bits_without_doubtful_letters() {
    Receipt receipt = Receipt.draw(new SecureRandom());

    assertThat(receipt.code())
        .matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");
  }

  @Test
  void is_not_drawn_twice() {
    Set<Receipt> drawn = new HashSet<>();
    SecureRandom random = new SecureRandom();

    for (int n = 0; n < 10_000; n++) {
      drawn.add(Receipt.draw(random));
    }

    assertThat(drawn).hasSize(10_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "R7K4M-2XW9D-0QS1V",
        "r7k4m-2xw9d-oqsiv",
        " R7K4M 2XW9D 0QSLV ",
        "R7K4M2XW9DOQS1V",
        "R7K4M–2XW9D–0QS1V"
      })
  void is_understood_as_people_type_it(String typed) {
    assertThat(Receipt.read(typed)).contains(new Receipt("R7K4M-2XW9D-0QS1V"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "R7K4M", "R7K4M-2XW9D-0QS1U", "R7K4M-2XW9D-0QS1V5", "../../etc/passwd"})
  void nothing_else_is_a_receipt(String typed) {
    assertThat(Receipt.read(typed)).isEmpty();
  }
}
