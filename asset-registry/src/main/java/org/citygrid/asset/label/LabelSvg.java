package org.citygrid.asset.label;

import java.util.Locale;

/// A label as a drawing: letters are outlines, so that it needs no font where it is shown.
final class LabelSvg {
  private final LabelFont font;

  LabelSvg(LabelFont font) {
    this.font = font;
  }

  String draw(Label label) {
    StringBuilder svg = new StringBuilder(16_000);
    svg.append(
        format(
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="%1$smm" height="%2$smm" viewBox="0 0 %1$s %2$s">
            <title>%3$s</title><rect width="%1$s" height="%2$s" fill="#fff"/>
            """,
            Label.WIDTH_MM, Label.HEIGHT_MM, escaped(label.className().zh() + " " + label.code())));
    drawCode(svg, label);
    Typesetting.of(label, font).forEach(line -> drawLine(svg, line));
    return svg.append("</svg>\n").toString();
  }

  private static void drawCode(StringBuilder svg, Label label) {
    QrSquares squares = QrSquares.of(label.address());
    svg.append(
        format(
            "<path transform=\"translate(%s %s) scale(%s)\" shape-rendering=\"crispEdges\" d=\"",
            Label.MARGIN_MM, (Label.HEIGHT_MM - Label.QR_MM) / 2, Label.QR_MM / squares.side()));
    squares
        .runs()
        .forEach(run -> svg.append(format("M%d %dh%dv1h-%3$dz", run.x(), run.y(), run.length())));
    svg.append("\"/>\n");
  }

  private void drawLine(StringBuilder svg, Typesetting.Line line) {
    double[] x = {0};
    svg.append(
        format("<g transform=\"translate(%s %s) scale(%s)\">", line.x(), line.y(), line.size()));
    line.text()
        .codePoints()
        .forEach(one -> {
          String outline = font.outline(one);
          if (!outline.isEmpty()) {
            svg.append(format("<path transform=\"translate(%.4f 0)\" d=\"%s\"/>", x[0], outline));
          }
          x[0] += font.advanceOf(one);
        });
    svg.append("</g>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
