package org.citygrid.grid;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/// An administrative division: county 6 digits, town or street 9, community 12 (GB/T 2260, GB/T
/// 10114, and the statistical codes below them).
public record DivisionCode(@JsonValue String value) implements Comparable<DivisionCode> {
  /// How far down a division stands.
  public enum Level {
    COUNTY,
    TOWN,
    COMMUNITY
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DivisionCode {
    if (!value.matches("\\d{6}|\\d{9}|\\d{12}")) {
      throw new IllegalArgumentException(
          "a division code has 6, 9 or 12 digits, not \"" + value + "\"");
    }
  }

  public Level level() {
    return switch (value.length()) {
      case 6 -> Level.COUNTY;
      case 9 -> Level.TOWN;
      default -> Level.COMMUNITY;
    };
  }

  /// The division one level up; empty above a county.
  public Optional<DivisionCode> parent() {
    return level() == Level.COUNTY
        ? Optional.empty()
        : Optional.of(new DivisionCode(value.substring(0, value.length() - 3)));
  }

  /// Whether `other` is this division or lies in it, by its code.
  public boolean contains(DivisionCode other) {
    return other.value.startsWith(value);
  }

  @Override
  public int compareTo(DivisionCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
