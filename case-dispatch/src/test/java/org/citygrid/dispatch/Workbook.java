package org.citygrid.dispatch;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// An XLSX as its parts have it, read without the library that wrote it. Sheets and rows count from
/// 1, columns too or by their letter.
record Workbook(Map<String, Document> parts) {
  static Workbook read(byte[] file) throws IOException, ParserConfigurationException, SAXException {
    var parts = new HashMap<String, Document>();
    var reader = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    var kept = Files.createTempFile("evaluation", ".xlsx");
    try {
      Files.write(kept, file);
      try (var zip = new ZipFile(kept.toFile())) {
        for (var entry : zip.stream().filter(one -> one.getName().endsWith(".xml")).toList()) {
          parts.put(entry.getName(), reader.parse(zip.getInputStream(entry)));
        }
      }
    } finally {
      Files.delete(kept);
    }
    return new Workbook(parts);
  }

  List<String> names() {
    return all("xl/workbook.xml", "sheet").stream().map(one -> one.getAttribute("name")).toList();
  }

  boolean hasFormulas() {
    return !all("xl/worksheets/sheet1.xml", "f").isEmpty()
        || !all("xl/worksheets/sheet2.xml", "f").isEmpty();
  }

  /// The first row that has this text in a column; 0 when there is none.
  int row(int sheet, String column, String text) {
    for (var cell : all("xl/worksheets/sheet" + sheet + ".xml", "c")) {
      var place = cell.getAttribute("r");
      if (place.replaceAll("\\d", "").equals(column) && text(cell).equals(text)) {
        return Integer.parseInt(place.replaceAll("\\D", ""));
      }
    }
    return 0;
  }

  /// The first column that has this text in a row; 0 when there is none.
  int column(int sheet, int row, String text) {
    for (int at = 1; at <= 100; at++) {
      if (cell(sheet, at, row).equals(text)) {
        return at;
      }
    }
    return 0;
  }

  String cell(int sheet, int column, int row) {
    return cell(sheet, letters(column), row);
  }

  /// Empty where there is nothing.
  String cell(int sheet, String column, int row) {
    return all("xl/worksheets/sheet" + sheet + ".xml", "c").stream()
        .filter(one -> one.getAttribute("r").equals(column + row))
        .map(this::text)
        .findFirst()
        .orElse("");
  }

  /// The number format of a cell.
  String format(int sheet, int column, int row) {
    var cell =
        all("xl/worksheets/sheet" + sheet + ".xml", "c").stream()
            .filter(one -> one.getAttribute("r").equals(letters(column) + row))
            .findFirst()
            .orElseThrow();
    var styles = (Element) part("xl/styles.xml").getElementsByTagName("cellXfs").item(0);
    var style =
        (Element) styles.getElementsByTagName("xf").item(Integer.parseInt(cell.getAttribute("s")));
    var id = style.getAttribute("numFmtId");
    return all("xl/styles.xml", "numFmt").stream()
        .filter(one -> one.getAttribute("numFmtId").equals(id))
        .map(one -> one.getAttribute("formatCode"))
        .findFirst()
        .orElse(id.equals("10") ? "0.00%" : "built in " + id);
  }

  private static String letters(int column) {
    int at = column - 1;
    var last = Character.toString((char) ('A' + at % 26));
    return at < 26 ? last : Character.toString((char) ('A' + at / 26 - 1)) + last;
  }

  private String text(Element cell) {
    if (!cell.getAttribute("t").equals("s")) {
      return cell.getTextContent();
    }
    return all("xl/sharedStrings.xml", "si")
        .get(Integer.parseInt(cell.getTextContent()))
        .getTextContent();
  }

  private List<Element> all(String part, String tag) {
    var found = new ArrayList<Element>();
    var nodes = part(part).getElementsByTagName(tag);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  private Document part(String name) {
    var part = parts.get(name);
    if (part == null) {
      throw new AssertionError("the workbook lacks " + name + "; it has " + parts.keySet());
    }
    return part;
  }
}
