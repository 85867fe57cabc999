package org.citygrid.asset.survey;

import org.jspecify.annotations.Nullable;

/// Why a row was refused.
///
/// @param line line of the file, counted from 1; in a FeatureCollection the number of the feature
/// @param value as delivered, cut where it is long
record Reject(long line, String field, @Nullable String value, String reason) {
  private static final int LONGEST_SHOWN = 120;

  static Reject of(long line, String field, @Nullable String value, String reason) {
    return new Reject(line, field, value == null ? null : shown(value), reason);
  }

  private static String shown(String value) {
    return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
  }
}
