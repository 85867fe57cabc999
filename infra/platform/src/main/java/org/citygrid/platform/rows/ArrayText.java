package org.citygrid.platform.rows;

import java.util.Collection;

/// An array of text as PostgreSQL reads and writes it: `{"a","say \"b\""}`.
///
/// A column of such arrays cannot be sent as an array of arrays, whose rows would all need one
/// length: it goes as text and is cast there.
///
/// Source: PostgreSQL, Array Input and Output Syntax.
public final class ArrayText {
  private ArrayText() {}

  public static String of(Collection<?> values) {
    var array = new StringBuilder("{");
    for (var value : values) {
      if (array.length() > 1) {
        array.append(',');
      }
      quote(array, value.toString());
    }
    return array.append('}').toString();
  }

  private static void quote(StringBuilder array, String value) {
    array.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        array.append('\\');
      }
      array.append(c);
    }
    array.append('"');
  }
}
