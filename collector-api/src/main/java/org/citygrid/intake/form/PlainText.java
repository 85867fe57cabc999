package org.citygrid.intake.form;

import org.jspecify.annotations.Nullable;

/// Which text may be stored, shown and sent on.
public final class PlainText {
  private PlainText() {}

  /// Says what is wrong with the text; null when nothing is.
  ///
  /// @param maxLength in Unicode characters, not in Java's units
  /// @param lines whether line breaks and tabs belong here
  public static @Nullable String findFault(String text, int maxLength, boolean lines) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Character.isHighSurrogate(c)
          && at + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(at + 1))) {
        at++;
      } else if (Character.isSurrogate(c)) {
        return "holds half a character (a lone surrogate)";
      } else if (isControl(c, lines) || c >= '\uFFFE') {
        return "holds the control character U+%04X".formatted((int) c);
      }
    }
    int length = text.codePointCount(0, text.length());
    return length <= maxLength
        ? null
        : "is %d characters long, more than %d".formatted(length, maxLength);
  }

  private static boolean isControl(char c, boolean lines) {
    return Character.isISOControl(c) && !(lines && (c == '\n' || c == '\t'));
  }
}
