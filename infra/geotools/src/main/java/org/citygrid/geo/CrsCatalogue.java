package org.citygrid.geo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// The definitions in `crs.tsv`, read once.
final class CrsCatalogue {
  private static final Map<String, String> WKT = read();

  private CrsCatalogue() {}

  static Set<String> codes() {
    return Collections.unmodifiableSet(WKT.keySet());
  }

  static String wktOf(String code) {
    String wkt = WKT.get(code);
    if (wkt == null) {
      throw new UnknownCrs(
          code + " is not among the " + WKT.size() + " systems of crs.tsv; give its WKT instead");
    }
    return wkt;
  }

  private static Map<String, String> read() {
    Map<String, String> wkt = new TreeMap<>();
    try (var file = Objects.requireNonNull(CrsCatalogue.class.getResourceAsStream("crs.tsv"));
        var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .forEach(pair -> wkt.put("EPSG:" + pair[0], pair[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return wkt;
  }
}
