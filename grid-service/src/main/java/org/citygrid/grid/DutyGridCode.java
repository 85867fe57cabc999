package org.citygrid.grid;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A duty grid: the town's 9 digits, `G`, and its number with at least two digits, such as
/// `440605125G07`. The letter keeps it apart from a community's 12 digits. The form is ours; no
/// standard gives one.
public record DutyGridCode(@JsonValue String value) implements Comparable<DutyGridCode> {
  private static final int TOWN_DIGITS = 9;
  private static final int MOST_GRIDS = 9999;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DutyGridCode {
    if (!value.matches("\\d{9}G\\d{2,4}")) {
      throw new IllegalArgumentException(
          "a duty grid code has 9 digits, G, and 2 to 4 digits, not \"" + value + "\"");
    }
  }

  /// The code of a town's grid number 1 to 9999.
  public static DutyGridCode of(DivisionCode town, int number) {
    if (town.level() != DivisionCode.Level.TOWN) {
      throw new IllegalArgumentException(town + " is no town; duty grids belong to towns");
    }
    if (number < 1 || number > MOST_GRIDS) {
      throw new IllegalArgumentException("a duty grid's number is 1 to 9999, not " + number);
    }
    return new DutyGridCode("%sG%02d".formatted(town.value(), number));
  }

  public DivisionCode town() {
    return new DivisionCode(value.substring(0, TOWN_DIGITS));
  }

  @Override
  public int compareTo(DutyGridCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
