package org.citygrid.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A command line: words, and options written `--name value` (or `--name` alone for a flag).
///
/// @param words what is no option, in order
/// @param values value of each option given; a flag has an empty one
record Options(List<String> words, Map<String, String> values) {

  /// @param known the options there are; a flag's name ends with `!`
  /// @throws IllegalArgumentException naming the option that is not known or lacks its value
  static Options read(List<String> arguments, String... known) {
    List<String> names = List.of(known);
    List<String> words = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--")) {
        words.add(argument);
        continue;
      }
      String name = argument.substring(2);
      if (names.contains(name + "!")) {
        values.put(name, "");
      } else if (names.contains(name) && i + 1 < arguments.size()) {
        values.put(name, arguments.get(++i));
      } else {
        throw new IllegalArgumentException(
            "--" + name + " is not an option here or lacks its value");
      }
    }
    return new Options(words, values);
  }

  boolean has(String flag) {
    return values.containsKey(flag);
  }

  String get(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }
}
