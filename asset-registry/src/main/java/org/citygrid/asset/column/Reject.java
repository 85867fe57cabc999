package org.citygrid.asset.column;

import org.jspecify.annotations.Nullable;

/// Why a row was refused.
///
/// @param line line of the file, counted from 1; where a file has no lines, the number of the
///   record
/// @param value as delivered, cut where it is long
/// @param proposal what could stand there instead
public record Reject(
    long line, String field, @Nullable String value, String reason, @Nullable String proposal) {
  private static final int LONGEST_SHOWN = 120;

  public static Reject of(long line, String field, @Nullable String value, String reason) {
    return new Reject(line, field, value == null ? null : shown(value), reason, null);
  }

  public Reject proposing(@Nullable String instead) {
    return new Reject(line, field, value, reason, instead);
  }

  private static String shown(String value) {
    return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
  }
}
