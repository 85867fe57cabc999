package org.citygrid.asset.label;

import java.util.ArrayList;
import java.util.List;

/// Where the words of a label stand: millimetres from its left and upper edge.
final class Typesetting {
  private static final double LEFT = Label.MARGIN_MM + Label.QR_MM + 1.5;
  private static final double ROOM = Label.WIDTH_MM - LEFT - Label.MARGIN_MM;

  /// @param size height of the em in millimetres
  /// @param x left end
  /// @param y of the baseline
  record Line(String text, double size, double x, double y) {}

  private Typesetting() {}

  static List<Line> of(Label label, LabelFont font) {
    List<Line> lines = new ArrayList<>();
    double y = 11;
    for (String part : broken(font.printable(label.className().zh()), 5.2, 2, font)) {
      double size = fitting(part, 5.2, font);
      lines.add(new Line(part, size, LEFT, y));
      y += 6;
    }
    y -= 1.2;
    for (String part : broken(font.printable(label.className().en()), 2.9, 3, font)) {
      lines.add(new Line(part, fitting(part, 2.9, font), LEFT, y));
      y += 3.5;
    }
    String code = label.spacedCode();
    lines.add(new Line(code, fitting(code, 3.6, font), LEFT, 32));
    return lines;
  }

  private static double fitting(String text, double size, LabelFont font) {
    return Math.min(size, ROOM / Math.max(0.001, font.width(text)));
  }

  /// Breaks after blanks, in Chinese anywhere; what is left over stays on the last line.
  private static List<String> broken(String text, double size, int most, LabelFont font) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (lines.size() < most - 1 && font.width(rest) * size > ROOM) {
      int end = rest.length();
      while (end > 1 && font.width(rest.substring(0, end)) * size > ROOM) {
        int blank = rest.lastIndexOf(' ', end - 1);
        end = blank > 0 ? blank : end - 1;
      }
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      lines.add(rest);
    }
    return lines;
  }
}
