package org.citygrid.geofile.text;

/// Texts on their way into and out of a spreadsheet, which would run one that begins like a
/// formula.
///
/// Such a text gets an apostrophe before it, and so does one that begins with apostrophes and goes
/// on like a formula: taking one apostrophe off gives every text back as it was.
public final class SheetText {
  private SheetText() {}

  public static String guarded(String text) {
    return looksLikeFormula(text) ? "'" + text : text;
  }

  public static String unguarded(String text) {
    return !text.isEmpty() && text.charAt(0) == '\'' && looksLikeFormula(text)
        ? text.substring(1)
        : text;
  }

  private static boolean looksLikeFormula(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == '\'') {
      at++;
    }
    return at < text.length() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(at)) >= 0;
  }
}
