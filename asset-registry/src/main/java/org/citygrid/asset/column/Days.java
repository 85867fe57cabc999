package org.citygrid.asset.column;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ways in which days are written, year first; any other order would be guessing.
final class Days {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})日?(?:[ T].*)?");
  private static final Pattern CLOSE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  private Days() {}

  /// `2024-05-31` for 2024/5/31, 2024.5.31, 20240531 and 2024年5月31日; anything else as it is.
  static String iso(String text) {
    if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
      return text;
    }
    Matcher parts = YEAR_FIRST.matcher(text);
    if (!parts.matches()) {
      parts = CLOSE.matcher(text);
    }
    return parts.matches()
        ? "%s-%02d-%02d"
            .formatted(
                parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)))
        : text;
  }
}
