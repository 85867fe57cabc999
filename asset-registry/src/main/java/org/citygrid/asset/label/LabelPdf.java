package org.citygrid.asset.label;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// Labels for the printer: one on a page of its size, or twenty-four on an A4 sheet. The letters
/// that are used are embedded.
final class LabelPdf {
  static final int COLUMNS = 3;
  static final int ROWS = 8;

  private static final float POINTS = 72 / 25.4f;

  private final LabelFont font;

  LabelPdf(LabelFont font) {
    this.font = font;
  }

  byte[] single(Label label) {
    return write(
        label.code(),
        (document, letters) -> {
          PDPage page =
              page(document, (float) Label.WIDTH_MM * POINTS, (float) Label.HEIGHT_MM * POINTS);
          try (var pen = new PDPageContentStream(document, page)) {
            draw(pen, letters, label, 0, Label.HEIGHT_MM);
          }
        });
  }

  /// Row by row, from the upper left corner.
  byte[] sheets(List<Label> labels) {
    return write(
        "labels",
        (document, letters) -> {
          for (int first = 0; first < labels.size(); first += COLUMNS * ROWS) {
            PDPage page = page(document, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
            try (var pen = new PDPageContentStream(document, page)) {
              int end = Math.min(labels.size(), first + COLUMNS * ROWS);
              drawSheet(pen, letters, labels.subList(first, end));
            }
          }
        });
  }

  private void drawSheet(PDPageContentStream pen, PDFont letters, List<Label> labels)
      throws IOException {
    double top = 297 - (297 - ROWS * Label.HEIGHT_MM) / 2;
    for (int n = 0; n < labels.size(); n++) {
      double left = n % COLUMNS * Label.WIDTH_MM;
      double upper = top - Math.floorDiv(n, COLUMNS) * Label.HEIGHT_MM;
      draw(pen, letters, labels.get(n), left, upper);
    }
  }

  private interface Drawing {
    void draw(PDDocument document, PDFont letters) throws IOException;
  }

  private byte[] write(String title, Drawing drawing) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024)) {
      document.getDocumentInformation().setTitle("CityGrid " + title);
      document.getDocumentInformation().setProducer("CityGrid");
      drawing.draw(document, PDType0Font.load(document, font.stream(), true));
      document.save(out);
      return out.toByteArray();
    } catch (IOException broken) {
      throw new UncheckedIOException("the labels could not be written", broken);
    }
  }

  private static PDPage page(PDDocument document, float width, float height) {
    PDPage page = new PDPage(new PDRectangle(width, height));
    document.addPage(page);
    return page;
  }

  /// @param left millimetres from the left edge of the page
  /// @param top millimetres from its lower edge
  private void draw(PDPageContentStream pen, PDFont letters, Label label, double left, double top)
      throws IOException {
    QrSquares squares = QrSquares.of(label.address());
    double square = Label.QR_MM / squares.side();
    double x = left + Label.MARGIN_MM;
    double y = top - (Label.HEIGHT_MM - Label.QR_MM) / 2;
    for (QrSquares.Run run : squares.runs()) {
      pen.addRect(
          points(x + run.x() * square),
          points(y - (run.y() + 1) * square),
          points(run.length() * square),
          points(square));
    }
    pen.fill();
    for (Typesetting.Line line : Typesetting.of(label, font)) {
      pen.beginText();
      pen.setFont(letters, points(line.size()));
      pen.newLineAtOffset(points(left + line.x()), points(top - line.y()));
      pen.showText(line.text());
      pen.endText();
    }
  }

  private static float points(double millimetres) {
    return (float) millimetres * POINTS;
  }
}
