package org.citygrid.intake.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HidingMostOfItTest {
  @ParameterizedTest
  @CsvSource({
    "13800001234,       138****1234",
    "+86 757 8123 4567, 867****4567",
    "(0757) 812345,     ****45",
    "110,               ****10",
  })
  void of_a_telephone_number_a_few_digits_are_left(String phone, String masked) {
    assertThat(Mask.phone(phone)).isEqualTo(masked);
  }

  @Test
  void of_names_and_addresses_the_first_letter_is_left() {
    assertThat(Mask.name("陈小姐")).isEqualTo("陈**");
    assertThat(Mask.name("𠮷田")).isEqualTo("𠮷**");
    assertThat(Mask.email("chen@example.org")).isEqualTo("c***@example.org");
    assertThat(Mask.name(null)).isNull();
    assertThat(Mask.phone(null)).isNull();
    assertThat(Mask.email(null)).isNull();
  }
}
