package org.citygrid.asset.handin;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a handed-in file brings.
enum ImportKind {
  COMPONENTS,
  DIVISIONS,
  CELLS,
  GRIDS,
  STREETS;

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ImportKind> find(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
