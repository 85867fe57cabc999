package org.citygrid.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/// A town of two communities side by side, each 0.004° × 0.004° (about 410 m × 443 m), in plain
/// sight:
///
///     +-------+-------+ 23.104      west: 440605125001, east: 440605125002
///     |  001  |  002  |
///     +-------+-------+ 23.100
///   113.100 113.104 113.108
final class SmallTown {
  static final String TOWN = "440605125";
  static final String WEST = "440605125001";
  static final String EAST = "440605125002";

  private SmallTown() {}

  static void survey(Browser admin) {
    taken(
        admin.post(
            "/api/divisions/import",
            collection(
                division(TOWN, 113.100, 23.100, 113.108, 23.104),
                division(WEST, 113.100, 23.100, 113.104, 23.104),
                division(EAST, 113.104, 23.100, 113.108, 23.104))));
  }

  /// Four square cells a community, 001 in the north-west; those of the west in G01, those of the
  /// east in G02.
  static void cellsAndGrids(Browser admin) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < 4; column++) {
      for (int row = 0; row < 2; row++) {
        double west = 113.100 + column * 0.002;
        double north = 23.104 - row * 0.002;
        int number = 1 + row * 2 + column % 2;
        cells.add(
            cell(
                (column < 2 ? WEST : EAST) + "00" + number,
                column < 2 ? "440605125G01" : "440605125G02",
                west,
                north - 0.002,
                west + 0.002,
                north));
      }
    }
    taken(admin.post("/api/cells/import", collection(cells.toArray(String[]::new))));
    taken(
        admin.post(
            "/api/grids/import", collection(grid(1, "collector01"), grid(2, "collector02"))));
  }

  static void taken(Browser.Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }

  static String division(String code, double... box) {
    return feature(
        "\"code\": \"%s\", \"nameZh\": \"区%s\", \"nameEn\": \"Division %s\""
            .formatted(code, code, code),
        box);
  }

  static String cell(String code, String walk, double... box) {
    return feature("\"code\": \"%s\", \"dutyGridCode\": \"%s\"".formatted(code, walk), box);
  }

  static String grid(int number, String collector) {
    return """
    {"type": "Feature", "geometry": null, "properties": {"code": "440605125G0%1$d",
     "number": %1$d, "nameZh": "%1$d号网格", "nameEn": "Grid %1$d", "collector": "%2$s"}}
    """
        .formatted(number, collector);
  }

  static String feature(String properties, double... box) {
    return """
    {"type": "Feature", "properties": {%s}, "geometry": {"type": "Polygon",
     "coordinates": [[[%s, %s], [%s, %s], [%s, %s], [%s, %s], [%s, %s]]]}}
    """
        .formatted(
            properties,
            box[0],
            box[1],
            box[2],
            box[1],
            box[2],
            box[3],
            box[0],
            box[3],
            box[0],
            box[1]);
  }

  static String collection(String... features) {
    return "{\"type\": \"FeatureCollection\", \"features\": [%s]}"
        .formatted(String.join(", ", features));
  }
}
