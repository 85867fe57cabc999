package org.citygrid.ogc.cql2;

/// How much filter is too much.
final class Limits {
  static final int LONGEST = 64_000;
  private static final int DEEPEST = 60;

  private Limits() {}

  static void checkDepth(int depth) {
    if (depth > DEEPEST) {
      throw new UnreadableFilter("it is nested more than " + DEEPEST + " deep");
    }
  }

  static void checkLength(String text) {
    if (text.length() > LONGEST) {
      throw new UnreadableFilter("it is longer than " + LONGEST + " characters");
    }
  }
}
