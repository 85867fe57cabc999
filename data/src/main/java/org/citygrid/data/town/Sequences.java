package org.citygrid.data.town;

import java.util.HashMap;
import java.util.Map;

/// The last number given for each county and class; six digits, never given twice.
public final class Sequences {

  private final Map<String, Integer> last = new HashMap<>();

  /// @return county 6, class 4, sequence 6
  String next(String county, String classCode) {
    int number = last.merge(county + classCode, 1, Integer::sum);
    if (number > 999_999) {
      throw new IllegalStateException("county " + county + " has no number left for " + classCode);
    }
    return county + classCode + "%06d".formatted(number);
  }
}
