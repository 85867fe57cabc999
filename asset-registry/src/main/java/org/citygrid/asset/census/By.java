package org.citygrid.asset.census;

import java.util.Locale;
import java.util.Optional;

/// What the census can be told by.
enum By {
  CLASS("class_code"),
  GRID("duty_grid_code"),
  DIVISION("division_code"),
  OWNER("owner_unit"),
  STATE("state");

  private final String column;

  By(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<By> find(String word) {
    for (By by : values()) {
      if (by.word().equals(word)) {
        return Optional.of(by);
      }
    }
    return Optional.empty();
  }
}
