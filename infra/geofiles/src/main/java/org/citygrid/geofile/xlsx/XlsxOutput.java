package org.citygrid.geofile.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.citygrid.geofile.Column;
import org.citygrid.geofile.GeoFileWriter;
import org.citygrid.geofile.text.SheetText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKTWriter;

/// Writes an Excel workbook. Points stand in `lon` and `lat`, all other shapes as WKT in `wkt`. A
/// sheet that is full is followed by another. Whole numbers that Excel would round are texts.
public final class XlsxOutput implements GeoFileWriter {
  private static final int LONGEST_TEXT = 32_767;
  private static final long LARGEST_EXACT = 999_999_999_999_999L;
  private static final int ROWS_A_FLUSH = 500;

  private final Workbook book;
  private final String name;
  private final List<Column> columns;
  private final boolean places;
  private final WKTWriter wkt = new WKTWriter();
  private Worksheet sheet;
  private int sheets = 1;
  private int row;

  public XlsxOutput(OutputStream out, String layer, List<Column> columns) throws IOException {
    this(out, layer, columns, true);
  }

  private XlsxOutput(OutputStream out, String layer, List<Column> columns, boolean places)
      throws IOException {
    this.columns = columns;
    this.places = places;
    this.name = layer.replaceAll("[\\[\\]:*?/\\\\']", "_");
    this.book = new Workbook(out, "CityGrid", "1.0");
    this.sheet = begin();
  }

  /// Without places.
  public static XlsxOutput table(OutputStream out, String name, List<Column> columns)
      throws IOException {
    return new XlsxOutput(out, name, columns, false);
  }

  @Override
  public void write(@Nullable Geometry geometry, @Nullable Object... values) throws IOException {
    if (row >= Worksheet.MAX_ROWS) {
      sheet.finish();
      sheets++;
      sheet = begin();
    }
    for (int at = 0; at < columns.size(); at++) {
      value(at, at < values.length ? values[at] : null);
    }
    int at = columns.size();
    if (geometry instanceof Point point && !point.isEmpty()) {
      sheet.value(row, at, point.getX());
      sheet.value(row, at + 1, point.getY());
    } else if (geometry != null) {
      text(at + 2, wkt.write(geometry));
    }
    if (++row % ROWS_A_FLUSH == 0) {
      sheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    sheet.finish();
    book.close();
  }

  private Worksheet begin() throws IOException {
    String ending = sheets == 1 ? "" : " " + sheets;
    int length = Math.min(name.length(), 31 - ending.length());
    Worksheet next =
        book.newWorksheet(name.isBlank() ? "data" + ending : name.substring(0, length) + ending);
    next.freezePane(0, 1);
    sheet = next;
    row = 0;
    for (int at = 0; at < columns.size(); at++) {
      text(at, columns.get(at).name());
    }
    if (places) {
      text(columns.size(), "lon");
      text(columns.size() + 1, "lat");
      text(columns.size() + 2, "wkt");
    }
    row = 1;
    return next;
  }

  private void value(int at, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Boolean truth -> sheet.value(row, at, truth);
      case Long number when Math.abs(number) > LARGEST_EXACT ->
          sheet.inlineString(row, at, number.toString());
      case Double number when !Double.isFinite(number) -> {}
      case BigDecimal number -> sheet.value(row, at, number);
      case Number number -> sheet.value(row, at, number);
      case LocalDate date -> {
        sheet.value(row, at, date);
        sheet.style(row, at).format("yyyy-MM-dd").set();
      }
      case Instant time -> {
        sheet.value(row, at, time.atZone(ZoneOffset.UTC));
        sheet.style(row, at).format("yyyy-MM-dd HH:mm:ss").set();
      }
      default -> text(at, value.toString());
    }
  }

  private void text(int at, String text) {
    String guarded = SheetText.guarded(text);
    sheet.inlineString(
        row, at, guarded.length() > LONGEST_TEXT ? guarded.substring(0, LONGEST_TEXT) : guarded);
  }
}
