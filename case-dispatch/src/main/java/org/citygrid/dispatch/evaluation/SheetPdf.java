package org.citygrid.dispatch.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/// An evaluation on A4 paper, across: the whole table, as many pages as it takes. Columns that find
/// no room go on on further pages, rank and name before them again; the notes are last. Set in the
/// font of the labels, which the program carries along (docs/decisions/0009), so that it looks the
/// same on every machine.
final class SheetPdf {
  private static final String FONT = "/fonts/label-sans.ttf";
  private static final String STAND_IN = "□";
  private static final float MARGIN = 36;
  private static final float LEAD = 12;
  private static final float GAP = 4;
  private static final float SIZE = 9;
  private static final float TITLE_SIZE = 13;
  private static final int COLUMNS_ACROSS = 12;
  private static final int REPEATED = 2;
  private static final float RANK = 34;
  private static final float NAME = 120;
  private static final float[] NOTES = {150, 170, 270, 180};

  private final PDDocument document;
  private final String title;
  private final PDFont letters;
  private final Map<String, Float> widths = new HashMap<>();
  private final PDRectangle paper =
      new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
  private final List<PDPageContentStream> pens = new ArrayList<>();
  private float y;

  private SheetPdf(PDDocument document, String title) throws IOException {
    this.document = document;
    this.title = title;
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
      var pdf = new SheetPdf(document, table.title());
      pdf.league(table);
      pdf.notes(table.notes());
      for (int at = 0; at < pdf.pens.size(); at++) {
        pdf.number(at);
      }
      document.save(out);
    }
  }

  private void league(SheetTable table) throws IOException {
    for (int from = REPEATED; from < table.head().size(); from += COLUMNS_ACROSS) {
      int to = Math.min(table.head().size(), from + COLUMNS_ACROSS);
      var head = across(table.head(), from, to);
      begin(head);
      for (var row : table.rows()) {
        var values = across(row, from, to);
        if (y - height(values, leagueWidths()) < MARGIN) {
          begin(head);
        }
        line(values, leagueWidths());
      }
    }
  }

  private static List<@Nullable Object> across(
      List<? extends @Nullable Object> row, int from, int to) {
    var values = new ArrayList<@Nullable Object>(row.subList(0, REPEATED));
    values.addAll(row.subList(from, to));
    return values;
  }

  private float[] leagueWidths() {
    var widths = new float[REPEATED + COLUMNS_ACROSS];
    float rest = (paper.getWidth() - 2 * MARGIN - RANK - NAME) / COLUMNS_ACROSS;
    java.util.Arrays.fill(widths, rest);
    widths[0] = RANK;
    widths[1] = NAME;
    return widths;
  }

  private void begin(List<@Nullable Object> head) throws IOException {
    page();
    line(head, leagueWidths());
    rule();
  }

  private void notes(List<List<Object>> notes) throws IOException {
    page();
    for (var note : notes) {
      var room = NOTES.clone();
      int last = Math.min(note.size(), room.length) - 1;
      room[last] = paper.getWidth() - 2 * MARGIN - (float) sum(room, last);
      if (y - height(note, room) < MARGIN) {
        page();
      }
      line(note, room);
    }
  }

  private static double sum(float[] widths, int end) {
    return IntStream.range(0, end).mapToDouble(at -> widths[at]).sum();
  }

  private void page() throws IOException {
    var page = new PDPage(paper);
    document.addPage(page);
    pens.add(new PDPageContentStream(document, page));
    y = paper.getHeight() - MARGIN - TITLE_SIZE;
    put(title, MARGIN, TITLE_SIZE);
    y -= 2 * LEAD;
  }

  private void number(int at) throws IOException {
    try (var pen = pens.get(at)) {
      pen.beginText();
      pen.setFont(letters, SIZE);
      pen.newLineAtOffset(paper.getWidth() - MARGIN - 40, MARGIN / 2);
      pen.showText((at + 1) + " / " + pens.size());
      pen.endText();
    }
  }

  private float height(List<? extends @Nullable Object> values, float[] room) throws IOException {
    int most = 1;
    for (int at = 0; at < values.size(); at++) {
      most = Math.max(most, wrapped(words(values.get(at)), room[at] - GAP).size());
    }
    return most * LEAD + GAP;
  }

  private void line(List<? extends @Nullable Object> values, float[] room) throws IOException {
    float top = y;
    float x = MARGIN;
    for (int at = 0; at < values.size(); at++) {
      for (var part : wrapped(words(values.get(at)), room[at] - GAP)) {
        put(part, x, SIZE);
        y -= LEAD;
      }
      x += room[at];
      y = top;
    }
    y = top - height(values, room);
  }

  /// Nothing runs here, so nothing is guarded.
  private static String words(@Nullable Object value) {
    return switch (value) {
      case null -> "–";
      case SheetTable.Share share -> share.words();
      default -> value.toString();
    };
  }

  private void rule() throws IOException {
    var pen = pens.getLast();
    pen.setLineWidth(0.5f);
    pen.moveTo(MARGIN, y + LEAD - 1);
    pen.lineTo(paper.getWidth() - MARGIN, y + LEAD - 1);
    pen.stroke();
    y -= GAP;
  }

  private void put(String text, float x, float size) throws IOException {
    var pen = pens.getLast();
    pen.beginText();
    pen.setFont(letters, size);
    pen.newLineAtOffset(x, y);
    pen.showText(printable(text));
    pen.endText();
  }

  /// Lines that fit: broken at the last space, or anywhere where there is none, as Chinese has it.
  private List<String> wrapped(String text, float room) throws IOException {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    float width = 0;
    for (int point : text.codePoints().toArray()) {
      var one = Character.toString(point);
      if (width + width(one) > room && !line.isEmpty()) {
        int space = line.lastIndexOf(" ");
        int end = one.isBlank() || space <= 0 ? line.length() : space;
        lines.add(line.substring(0, end));
        line.delete(0, end);
        if (!line.isEmpty() && line.charAt(0) == ' ') {
          line.deleteCharAt(0);
        }
        width = 0;
        for (int kept : line.codePoints().toArray()) {
          width += width(Character.toString(kept));
        }
      }
      if (!line.isEmpty() || !one.isBlank()) {
        line.append(one);
        width += width(one);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private float width(String character) throws IOException {
    var known = widths.get(character);
    if (known == null) {
      known = letters.getStringWidth(drawn(character)) / 1000 * SIZE;
      widths.put(character, known);
    }
    return known;
  }

  private String printable(String text) {
    var shown = new StringBuilder();
    text.codePoints().mapToObj(Character::toString).map(this::drawn).forEach(shown::append);
    return shown.toString();
  }

  /// A square for a character that the font lacks; it lacks the minus of the formulas, which looks
  /// like a dash.
  private String drawn(String character) {
    var wanted = character.equals("−") ? "–" : character;
    return has(wanted) ? wanted : STAND_IN;
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
