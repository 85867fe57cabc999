package org.citygrid.grid.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.citygrid.geo.LocalMetres;
import org.citygrid.grid.Cell;
import org.citygrid.grid.CellCode;
import org.citygrid.grid.Division;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.DutyGrid;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.Placement;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/// A town four degrees wide and two high, three communities side by side, of which the third has
/// no cells; the others have cells, of one degree each:
///
///     2 +---+---+-------+
///       | 1 | 2 |       |        community 001: x 0–2, cells 1 2 3 4
///     1 +---+---+  002  | 003    community 002: x 2–3, cells 1 2 (no walk)
///       | 3 | 4 |       |        community 003: x 3–4, no cells
///     0 +---+---+-------+---
class LocatingAPlaceTest {
  private static final LocalText NAME = new LocalText("名", "name");
  private static final DutyGridCode WALK = new DutyGridCode("440605125G01");

  private final Atlas atlas =
      new Atlas(
          1,
          List.of(
              division("440605125", "POLYGON ((0 0, 4 0, 4 2, 0 2, 0 0))"),
              division("440605125001", "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))"),
              division("440605125002", "POLYGON ((2 0, 3 0, 3 2, 2 2, 2 0))"),
              division("440605125003", null)),
          List.of(
              cell("440605125002002", null, 2, 0),
              cell("440605125002001", null, 2, 1),
              cell("440605125001004", WALK, 1, 0),
              cell("440605125001003", WALK, 0, 0),
              cell("440605125001002", WALK, 1, 1),
              cell("440605125001001", WALK, 0, 1)),
          List.of(
              new Tract<>(
                  new DutyGrid(WALK, 1, NAME, WALK.town(), 4, 4, null),
                  wkt("POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))"))),
          List.of());

  @ParameterizedTest(name = "{0}, {1} lies in {2}")
  @CsvSource({
    "0.5, 1.5, 440605125001001", "1.5, 1.5, 440605125001002", "0.5, 0.5, 440605125001003",
    "1.5, 0.5, 440605125001004", "2.5, 1.5, 440605125002001", "2.5, 0.5, 440605125002002",
  })
  void a_point_inside_a_cell_lies_in_that_cell(double lon, double lat, String cell) {
    assertThat(atlas.locate(lon, lat).cell()).isEqualTo(new CellCode(cell));
  }

  @ParameterizedTest(name = "{0}, {1} lies in {2}")
  @CsvSource({
    "1, 1, 440605125001001", "1, 1.5, 440605125001001", "0.5, 1, 440605125001001",
    "1, 0.5, 440605125001003", "2, 1, 440605125001002", "2, 0.5, 440605125001004",
    "0, 0, 440605125001003",
  })
  void on_a_shared_edge_the_smaller_code_wins(double lon, double lat, String cell) {
    assertThat(atlas.locate(lon, lat).cell()).isEqualTo(new CellCode(cell));
  }

  @Test
  void a_cell_brings_its_community_and_walk() {
    assertThat(atlas.locate(0.5, 0.5))
        .isEqualTo(
            new Placement(
                new CellCode("440605125001003"), WALK, new DivisionCode("440605125001"), 0));
    assertThat(atlas.locate(2.5, 0.5).dutyGrid()).isNull();
  }

  @Test
  void where_no_cell_is_known_the_town_is() {
    assertThat(atlas.locate(3.5, 1))
        .isEqualTo(new Placement(null, null, new DivisionCode("440605125"), 0));
  }

  @Test
  void just_outside_the_nearest_town_is_told_with_its_distance() {
    double degrees = 1_000 / new LocalMetres(1).perDegreeNorth();

    Placement placement = atlas.locate(1, 2 + degrees);

    assertThat(placement.division()).isEqualTo(new DivisionCode("440605125"));
    assertThat(placement.cell()).isNull();
    assertThat(placement.metresOutside()).isCloseTo(1_000, within(1.0));
  }

  @ParameterizedTest
  @CsvSource({"10, 10", "-1, 1", "1, -0.1", "180, 90", "-180, -90"})
  void far_outside_nothing_is_told(double lon, double lat) {
    assertThat(atlas.locate(lon, lat)).isEqualTo(Placement.NOWHERE);
    assertThat(Atlas.empty().locate(lon, lat)).isEqualTo(Placement.NOWHERE);
  }

  @Test
  void every_point_of_a_divided_community_lies_in_one_cell_that_covers_it() {
    Atlas net = net();
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      double lon = i % 4 == 0 ? random.nextInt(41) : random.nextDouble() * 40;
      double lat = i % 3 == 0 ? random.nextInt(25) : random.nextDouble() * 24;

      CellCode found = net.locate(lon, lat).cell();

      int column = lon == Math.rint(lon) && lon > 0 ? (int) lon - 1 : (int) lon;
      int row = lat == Math.rint(lat) && lat > 0 ? (int) lat - 1 : (int) lat;
      assertThat(found)
          .as("%s, %s", lon, lat)
          .isEqualTo(CellCode.of(new DivisionCode("440605125001"), 1 + row * 40 + column));
    }
  }

  /// 40 columns, 24 rows, numbered from the south-west so that the smaller code lies west or south.
  private static Atlas net() {
    var cells = new ArrayList<Tract<Cell>>();
    for (int row = 0; row < 24; row++) {
      for (int column = 0; column < 40; column++) {
        var code = CellCode.of(new DivisionCode("440605125001"), 1 + row * 40 + column);
        cells.add(cell(code.value(), null, column, row));
      }
    }
    return new Atlas(1, List.of(), cells, List.of(), List.of());
  }

  private static Tract<Division> division(String code, @Nullable String wkt) {
    return new Tract<>(
        new Division(new DivisionCode(code), NAME, false, null), wkt == null ? null : wkt(wkt));
  }

  private static Tract<Cell> cell(String code, @Nullable DutyGridCode walk, int x, int y) {
    var cellCode = new CellCode(code);
    return new Tract<>(
        new Cell(cellCode, cellCode.community(), walk, 10_000, null, null, "B"),
        wkt(
            "POLYGON ((%1$d %2$d, %3$d %2$d, %3$d %4$d, %1$d %4$d, %1$d %2$d))"
                .formatted(x, y, x + 1, y + 1)));
  }

  private static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
