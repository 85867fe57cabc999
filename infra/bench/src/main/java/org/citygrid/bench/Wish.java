package org.citygrid.bench;

import java.util.ArrayList;
import java.util.List;

/// What the command line asked for.
///
/// @param names benchmarks, in the order in which they run
/// @param size as it was written: `1m`, `12m`, or a number of components
/// @param components how many components that is
/// @param cases how many lie behind when intake is measured with many cases, and how many are
///   counted
/// @param pairs how often A and B are measured in turns, at least 5 unless one only tries the bench
record Wish(List<String> names, String size, long components, long cases, int pairs) {
  static final List<String> NAMES =
      List.of("import", "tiles", "nearest", "features", "intake", "photos", "workflow", "stats");

  private static final int PAIRS = 5;
  private static final long CASES = 5_000_000;

  /// @throws IllegalArgumentException in words for the person who wrote the line
  static Wish read(List<String> arguments) {
    List<String> names = new ArrayList<>();
    String size = "1m";
    long cases = CASES;
    int pairs = PAIRS;
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      switch (word) {
        case "--size" -> size = valueOf(arguments, ++i, word);
        case "--cases" -> cases = number(valueOf(arguments, ++i, word), word);
        case "--pairs" -> pairs = (int) number(valueOf(arguments, ++i, word), word);
        default -> names.add(known(word));
      }
    }
    return new Wish(names.isEmpty() ? NAMES : inOrder(names), size, components(size), cases, pairs);
  }

  /// The generated city that is big enough.
  String city() {
    return components > 1_000_000 ? "shanghai" : "city-1m";
  }

  private static long components(String size) {
    long count =
        switch (size) {
          case "1m" -> 1_000_000;
          case "12m" -> 12_000_000;
          default -> number(size, "--size");
        };
    if (count > 12_000_000) {
      throw new IllegalArgumentException("--size is 12m at most");
    }
    return count;
  }

  private static List<String> inOrder(List<String> names) {
    return NAMES.stream().filter(names::contains).toList();
  }

  private static String known(String word) {
    if (!NAMES.contains(word)) {
      throw new IllegalArgumentException(
          "there is no benchmark '" + word + "'; there are " + String.join(", ", NAMES));
    }
    return word;
  }

  private static String valueOf(List<String> arguments, int at, String option) {
    if (at >= arguments.size()) {
      throw new IllegalArgumentException(option + " lacks its value");
    }
    return arguments.get(at);
  }

  private static long number(String word, String option) {
    if (!word.matches("[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException(option + " is a whole number, not '" + word + "'");
    }
    return Long.parseLong(word);
  }
}
