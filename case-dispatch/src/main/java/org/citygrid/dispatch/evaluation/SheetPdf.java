package org.citygrid.dispatch.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/// An evaluation on A4 paper, across: rank, name, score, grade and the rates, as many pages as it
/// takes, each with its heading; then the scheme. Set in the font of the labels, which the program
/// carries along (docs/decisions/0009), so that it looks the same on every machine.
final class SheetPdf {
  private static final String FONT = "/fonts/label-sans.ttf";
  private static final float MARGIN = 36;
  private static final float LINE = 16;
  private static final float SIZE = 9;
  private static final int MOST_COLUMNS = 14;
  private static final float NAME = 130;

  private final PDDocument document;
  private final PDFont letters;
  private final PDRectangle paper =
      new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
  private final List<PDPageContentStream> pens = new ArrayList<>();
  private float y;

  private SheetPdf(PDDocument document) throws IOException {
    this.document = document;
    try (InputStream font = SheetPdf.class.getResourceAsStream(FONT)) {
      if (font == null) {
        throw new IllegalStateException("the program lacks its font " + FONT);
      }
      this.letters = PDType0Font.load(document, font, true);
    }
  }

  static void write(SheetTable table, OutputStream out) throws IOException {
    try (var document = new PDDocument()) {
      document.getDocumentInformation().setTitle(table.title());
      document.getDocumentInformation().setProducer("CityGrid");
      var pdf = new SheetPdf(document);
      pdf.league(table);
      pdf.scheme(table);
      for (var pen : pdf.pens) {
        pen.close();
      }
      document.save(out);
    }
  }

  private void league(SheetTable table) throws IOException {
    int columns = Math.min(MOST_COLUMNS, table.head().size());
    begin(table, columns);
    for (var row : table.rows()) {
      if (y < MARGIN + LINE) {
        begin(table, columns);
      }
      line(row.subList(0, columns));
    }
  }

  private void begin(SheetTable table, int columns) throws IOException {
    page();
    put(table.title(), MARGIN, 13);
    y -= LINE * 1.6f;
    line(List.copyOf(table.head().subList(0, columns)));
    rule();
  }

  private void scheme(SheetTable table) throws IOException {
    if (table.scheme().isEmpty()) {
      return;
    }
    page();
    for (var line : table.scheme()) {
      put(line.get(0), MARGIN, SIZE);
      put(line.get(1), MARGIN + 150, SIZE);
      put(line.get(2), MARGIN + 210, SIZE);
      y -= LINE;
    }
  }

  private void page() throws IOException {
    var page = new PDPage(paper);
    document.addPage(page);
    pens.add(new PDPageContentStream(document, page));
    y = paper.getHeight() - MARGIN - 13;
  }

  private void line(List<? extends @Nullable Object> values) throws IOException {
    float rest = (paper.getWidth() - 2 * MARGIN - NAME) / Math.max(1, values.size() - 1);
    float x = MARGIN;
    for (int at = 0; at < values.size(); at++) {
      float room = at == 1 ? NAME : rest;
      var value = values.get(at);
      put(fitting(value == null ? "–" : SheetFiles.text(value), room - 4), x, SIZE);
      x += room;
    }
    y -= LINE;
  }

  private void rule() throws IOException {
    var pen = pens.getLast();
    pen.setLineWidth(0.5f);
    pen.moveTo(MARGIN, y + LINE - 4);
    pen.lineTo(paper.getWidth() - MARGIN, y + LINE - 4);
    pen.stroke();
  }

  private void put(String text, float x, float size) throws IOException {
    var pen = pens.getLast();
    pen.beginText();
    pen.setFont(letters, size);
    pen.newLineAtOffset(x, y);
    pen.showText(printable(text));
    pen.endText();
  }

  private String fitting(String text, float room) throws IOException {
    var shown = printable(text);
    while (shown.length() > 1 && letters.getStringWidth(shown) / 1000 * SIZE > room) {
      shown = shown.substring(0, shown.length() - 1);
    }
    return shown;
  }

  /// The text with a square for every character that the font lacks.
  private String printable(String text) {
    return text.codePoints()
        .mapToObj(Character::toString)
        .map(one -> has(one) ? one : "□")
        .collect(Collectors.joining());
  }

  private boolean has(String character) {
    try {
      letters.encode(character);
      return true;
    } catch (IllegalArgumentException | IOException lacking) {
      return false;
    }
  }
}
