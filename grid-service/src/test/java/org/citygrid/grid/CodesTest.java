package org.citygrid.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
  private static final DivisionCode LIYUAN = new DivisionCode("440605125001");
  private static final DivisionCode DALI = new DivisionCode("440605125");

  @ParameterizedTest
  @CsvSource({"440605, COUNTY,", "440605125, TOWN, 440605", "440605125001, COMMUNITY, 440605125"})
  void a_division_code_says_its_level_and_parent(
      String code, DivisionCode.Level level, String parent) {
    var division = new DivisionCode(code);

    assertThat(division.level()).isEqualTo(level);
    assertThat(division.parent().map(DivisionCode::value).orElse(null)).isEqualTo(parent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "4406", "44060512", "44060512500", "4406051250010", "44060a", "４４０６０５"})
  void other_lengths_and_letters_are_no_division(String code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DivisionCode(code))
        .withMessageContaining("6, 9 or 12 digits");
  }

  @Test
  void a_cell_is_numbered_within_its_community() {
    assertThat(CellCode.of(LIYUAN, 7)).hasToString("440605125001007");
    assertThat(new CellCode("440605125001007").community()).isEqualTo(LIYUAN);
    assertThatIllegalArgumentException().isThrownBy(() -> CellCode.of(LIYUAN, 1000));
    assertThatIllegalArgumentException().isThrownBy(() -> CellCode.of(DALI, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new CellCode("44060512500100"));
  }

  @ParameterizedTest
  @CsvSource({"1, 440605125G01", "35, 440605125G35", "1829, 440605125G1829"})
  void a_duty_grid_is_numbered_within_its_town(int number, String code) {
    assertThat(DutyGridCode.of(DALI, number)).hasToString(code);
    assertThat(new DutyGridCode(code).town()).isEqualTo(DALI);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"440605125007", "440605125G7", "440605125g07", "440605G07", "440605125G00007"})
  void other_forms_are_no_duty_grid(String code) {
    assertThatIllegalArgumentException().isThrownBy(() -> new DutyGridCode(code));
  }
}
