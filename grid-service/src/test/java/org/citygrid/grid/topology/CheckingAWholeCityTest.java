package org.citygrid.grid.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.citygrid.grid.Cell;
import org.citygrid.grid.CellCode;
import org.citygrid.grid.Division;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.DutyGrid;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.place.Atlas;
import org.citygrid.grid.place.Tract;
import org.citygrid.platform.text.LocalText;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/// As many cells as Shanghai has, and more: 25 towns of 25 communities of 65 cells, 40,625 in all,
/// each with 24 corners.
class CheckingAWholeCityTest {
  private static final LocalText NAME = new LocalText("名", "name");
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double SIDE = 0.001;

  private final List<Tract<Division>> divisions = new ArrayList<>();
  private final List<Tract<Cell>> cells = new ArrayList<>();
  private final List<Tract<DutyGrid>> dutyGrids = new ArrayList<>();

  @Test
  void is_done_in_seconds() {
    build();
    var atlas = new Atlas(1, divisions, cells, dutyGrids, List.of());
    Topology.check(atlas, "310101", 1); // the second is measured: no class is loaded any more

    long start = System.nanoTime();
    List<Fault> faults = Topology.check(atlas, "", 1);
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    System.out.printf("checked %,d cells in %,d ms%n", cells.size(), took.toMillis());
    assertThat(cells).hasSize(40_625);
    assertThat(faults).isEmpty();
    assertThat(took).isLessThan(Duration.ofSeconds(60));
  }

  private void build() {
    for (int town = 0; town < 25; town++) {
      var townCode = new DivisionCode("310101%03d".formatted(town + 1));
      double west = 121 + (town % 5) * 0.065 * 5;
      double south = 31 + (town / 5) * 0.005 * 5;
      for (int n = 0; n < 25; n++) {
        double x = west + (n % 5) * 0.065;
        double y = south + (n / 5) * 0.005;
        community(townCode, n + 1, x, y);
      }
      var walk = DutyGridCode.of(townCode, 1);
      dutyGrids.add(new Tract<>(new DutyGrid(walk, 1, NAME, townCode, 0, 0, null), null));
    }
  }

  private void community(DivisionCode town, int number, double x, double y) {
    var code = new DivisionCode(town.value() + "%03d".formatted(number));
    for (int i = 0; i < 65; i++) {
      var cell = CellCode.of(code, i + 1);
      int column = i % 13;
      int row = i / 13;
      cells.add(
          new Tract<>(
              new Cell(cell, code, DutyGridCode.of(town, 1), 10_000, null, null, "B"),
              square(x, y, column, row, column + 1, row + 1, 6)));
    }
    divisions.add(
        new Tract<>(new Division(code, NAME, false, null), square(x, y, 0, 0, 13, 5, 13)));
  }

  /// With `parts` corners a side, at round places, so that neighbours share them.
  private static Geometry square(
      double x, double y, int west, int south, int east, int north, int parts) {
    var ring = new ArrayList<Coordinate>();
    for (int i = 0; i < parts; i++) {
      ring.add(at(x, y, west + (double) (east - west) * i / parts, south));
    }
    for (int i = 0; i < parts; i++) {
      ring.add(at(x, y, east, south + (double) (north - south) * i / parts));
    }
    for (int i = parts; i > 0; i--) {
      ring.add(at(x, y, west + (double) (east - west) * i / parts, north));
    }
    for (int i = parts; i > 0; i--) {
      ring.add(at(x, y, west, south + (double) (north - south) * i / parts));
    }
    ring.add(ring.getFirst().copy());
    return FACTORY.createMultiPolygon(
        new Polygon[] {FACTORY.createPolygon(ring.toArray(Coordinate[]::new))});
  }

  private static Coordinate at(double x, double y, double column, double row) {
    return new Coordinate(round(x + column * SIDE * 5), round(y + row * SIDE));
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1e9) / 1e9;
  }
}
