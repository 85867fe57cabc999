package org.citygrid.grid;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A unit grid: county 6 + town 3 + community 3 + sequence 3, which runs within the community from
/// west to east and north to south (GB/T 30428.1).
public record CellCode(@JsonValue String value) implements Comparable<CellCode> {
  private static final int COMMUNITY_DIGITS = 12;
  private static final int MOST_CELLS = 999;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CellCode {
    if (!value.matches("\\d{15}")) {
      throw new IllegalArgumentException("a unit grid code has 15 digits, not \"" + value + "\"");
    }
  }

  /// The code of a community's cell number 1 to 999.
  public static CellCode of(DivisionCode community, int number) {
    if (community.level() != DivisionCode.Level.COMMUNITY) {
      throw new IllegalArgumentException(community + " is no community; cells lie in communities");
    }
    if (number < 1 || number > MOST_CELLS) {
      throw new IllegalArgumentException("a cell's number is 1 to 999, not " + number);
    }
    return new CellCode("%s%03d".formatted(community.value(), number));
  }

  public DivisionCode community() {
    return new DivisionCode(value.substring(0, COMMUNITY_DIGITS));
  }

  @Override
  public int compareTo(CellCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
