package org.citygrid.geofile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import org.citygrid.geofile.text.TextFile;

/// What the first bytes of a file say that it is.
enum Kind {
  ZIP(""),
  SHAPEFILE(""),
  GEOPACKAGE(""),
  JSON(""),
  TEXT(""),
  EMPTY("the file is empty"),
  XML("XML (KML, GML, GPX) is not read: convert it to GeoJSON or GeoPackage"),
  RAR("RAR and 7z archives are not read: pack the files as zip"),
  ARRAY("this is JSON, but no GeoJSON: a list has no type"),
  OTHER("this is no Shapefile, GeoPackage, GeoJSON or CSV");

  private final String why;

  Kind(String why) {
    this.why = why;
  }

  /// Why it cannot be read.
  String why() {
    return why;
  }

  static Kind of(byte[] head, String name) {
    if (head.length == 0) {
      return EMPTY;
    }
    String start = new String(head, ISO_8859_1);
    if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
      return ZIP;
    }
    if (start.startsWith("SQLite format 3\0")) {
      return GEOPACKAGE;
    }
    if (start.startsWith("\0\0\u0027\n")) {
      return SHAPEFILE;
    }
    if (start.startsWith("Rar!") || start.startsWith("7z\u00bc\u00af")) {
      return RAR;
    }
    return name.toLowerCase(Locale.ROOT).endsWith(".dbf") ? SHAPEFILE : text(start);
  }

  private static Kind text(String start) {
    boolean wide =
        start.startsWith("\u00ff\u00fe")
            || start.startsWith("\u00fe\u00ff")
            || TextFile.wideByZeros(start.getBytes(ISO_8859_1)) != null;
    if (!wide && start.chars().anyMatch(c -> c < ' ' && "\t\n\r\f\u001e\u001a".indexOf(c) < 0)) {
      return OTHER;
    }
    String plain = start.replaceAll("[\\x00\\xef\\xbb\\xbf\\xff\\xfe\\x1e\\s]", "");
    if (plain.isEmpty()) {
      return EMPTY;
    }
    return switch (plain.charAt(0)) {
      case '{' -> JSON;
      case '[' -> ARRAY;
      case '<' -> XML;
      default -> TEXT;
    };
  }
}
