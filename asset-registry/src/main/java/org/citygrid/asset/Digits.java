package org.citygrid.asset;

/// Codes hold the digits 0 to 9 and no others, whatever else Unicode calls a digit.
final class Digits {
  private Digits() {}

  static boolean only(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
