package org.citygrid.platform.role;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhichRolesAProcessPlaysTest {
  @ParameterizedTest(name = "\"{0}\" plays {1}: {2}")
  @CsvSource(
      textBlock =
          """
          '',                dispatch, true
          ' ',               intake,   true
          dispatch,          dispatch, true
          'intake, dispatch', dispatch, true
          intake,            dispatch, false
          dispatcher,        dispatch, false
          """)
  void an_empty_list_means_all(String played, String role, boolean plays) {
    assertThat(OnRoleCondition.plays(played, role)).isEqualTo(plays);
  }
}
