package org.citygrid.grid.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.citygrid.grid.topology.Fault.Kind;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/// On the equator at 114° E, in thousandths of a degree (about 111 m): community 001 from 0 to 2,
/// community 002 from 2 to 4, both 0 to 1 high; cells are one wide.
class CheckingTheLandTest {
  private static final LocalText NAME = new LocalText("名", "name");
  private static final double TOLERANCE = 1;

  private final List<Tract<Division>> divisions =
      new ArrayList<>(
          List.of(
              division("440605125", box(0, 0, 4, 1)),
              division("440605125001", box(0, 0, 2, 1)),
              division("440605125002", box(2, 0, 4, 1))));
  private final List<Tract<Cell>> cells =
      new ArrayList<>(
          List.of(
              cell("440605125001001", "G01", box(0, 0, 1, 1)),
              cell("440605125001002", "G01", box(1, 0, 2, 1)),
              cell("440605125002001", "G02", box(2, 0, 3, 1)),
              cell("440605125002002", "G02", box(3, 0, 4, 1))));
  private final List<Tract<DutyGrid>> dutyGrids =
      new ArrayList<>(List.of(grid("G01", null), grid("G02", null)));

  @Test
  void land_that_fits_has_no_faults() {
    assertThat(check()).isEmpty();
  }

  @Test
  void two_cells_that_overlap_are_told_with_their_common_area() {
    cells.set(1, cell("440605125001002", "G01", box(0.9, 0, 2, 1)));

    List<Fault> faults = check();

    assertThat(kinds(faults)).containsExactly(Kind.OVERLAP);
    assertThat(faults.getFirst().codes()).containsExactly("440605125001001", "440605125001002");
    assertThat(faults.getFirst().areaSquareMetres()).isCloseTo(1230, within(10.0));
    assertThat(faults.getFirst().place().lon()).isBetween(114.0009, 114.001);
  }

  @Test
  void the_same_cell_twice_overlaps_with_itself() {
    cells.add(cell("440605125001003", "G01", box(0, 0, 1, 1)));

    assertThat(kinds(check())).containsExactly(Kind.OVERLAP);
  }

  @Test
  void a_gap_is_told_unless_it_is_within_the_tolerance() {
    cells.set(1, cell("440605125001002", "G01", box(1.005, 0, 2, 1)));

    assertThat(kinds(Topology.check(atlas(), "", 200))).containsExactly(Kind.NOT_CONNECTED);
    assertThat(kinds(check())).containsExactly(Kind.GAP, Kind.NOT_CONNECTED);
  }

  @Test
  void a_cell_that_reaches_into_the_next_community_is_outside_its_own() {
    cells.set(1, cell("440605125001002", "G01", box(1, 0, 2.1, 1)));

    assertThat(kinds(check())).containsExactly(Kind.OVERLAP, Kind.OUTSIDE);
  }

  @Test
  void edges_without_common_corners_fit_all_the_same() {
    cells.set(0, cell("440605125001001", "G01", box(0, 0, 1, 0.5)));
    cells.add(cell("440605125001003", "G01", box(0, 0.5, 1, 1)));

    assertThat(check()).isEmpty();
  }

  @Test
  void a_community_without_cells_is_not_covered() {
    cells.removeIf(tract -> tract.land().code().value().startsWith("440605125002"));

    assertThat(kinds(check())).containsExactly(Kind.NOT_COVERED, Kind.EMPTY_GRID);
  }

  @Test
  void a_duty_grid_in_two_places_is_not_connected() {
    cells.set(3, cell("440605125002002", "G01", box(3, 0, 4, 1)));

    List<Fault> faults = check();

    assertThat(kinds(faults)).containsExactly(Kind.NOT_CONNECTED);
    assertThat(faults.getFirst().codes()).containsExactly("440605125G01");
  }

  @Test
  void cells_that_only_touch_at_a_corner_do_not_connect() {
    divisions.set(1, division("440605125001", box(0, 0, 2, 2)));
    divisions.set(
        0,
        division(
            "440605125",
            "MULTIPOLYGON (((114 0, 114.002 0, 114.004 0, 114.004"
                + " 0.001, 114.002 0.001, 114.002 0.002, 114 0.002, 114 0)))"));
    cells.add(cell("440605125001003", "G03", box(0, 1, 1, 2)));
    cells.add(cell("440605125001004", "G01", box(1, 1, 2, 2)));
    cells.set(1, cell("440605125001002", "G03", box(1, 0, 2, 1)));
    dutyGrids.add(grid("G03", null));

    assertThat(kinds(check())).containsExactly(Kind.NOT_CONNECTED, Kind.NOT_CONNECTED);
  }

  @Test
  void cells_without_a_duty_grid_or_with_an_unknown_one_are_told() {
    cells.set(0, cell("440605125001001", null, box(0, 0, 1, 1)));
    cells.set(3, cell("440605125002002", "G09", box(3, 0, 4, 1)));

    assertThat(kinds(check())).containsExactly(Kind.UNKNOWN_GRID, Kind.NO_GRID);
  }

  @Test
  void a_given_outline_must_be_that_of_the_cells() {
    dutyGrids.set(0, grid("G01", box(0, 0, 1.5, 1)));

    assertThat(kinds(check())).containsExactly(Kind.OUTLINE);
  }

  @Test
  void an_outline_that_crosses_itself_is_not_valid() {
    cells.set(
        0,
        cell(
            "440605125001001",
            "G01",
            "MULTIPOLYGON (((114 0, 114.001 0.001, 114.001 0, 114 0.001, 114 0)))"));

    assertThat(kinds(check())).contains(Kind.INVALID, Kind.GAP);
  }

  @Test
  void communities_may_not_overlap_and_must_fill_their_town() {
    divisions.set(2, division("440605125002", box(1.9, 0, 3.5, 1)));

    assertThat(kinds(check())).contains(Kind.DIVISION_OVERLAP, Kind.DIVISION_GAP, Kind.OUTSIDE);
  }

  @Test
  void a_community_whose_outline_is_unknown_is_told_but_not_wrong() {
    divisions.set(2, new Tract<>(land("440605125002"), null));
    divisions.set(0, new Tract<>(land("440605125"), null));

    List<Fault> faults = check();

    assertThat(kinds(faults)).containsExactly(Kind.NO_OUTLINE);
    assertThat(faults.getFirst().kind().wrong()).isFalse();
  }

  @Test
  void a_cell_of_two_pieces_is_told() {
    cells.set(
        0,
        cell(
            "440605125001001",
            "G01",
            "MULTIPOLYGON (((114 0, 114.0004 0, 114.0004 0.001, 114 0.001, 114 0)),"
                + " ((114.0006 0, 114.001 0, 114.001 0.001, 114.0006 0.001, 114.0006 0)))"));

    assertThat(kinds(check())).contains(Kind.MULTIPART, Kind.GAP);
  }

  private List<Fault> check() {
    return Topology.check(atlas(), "", TOLERANCE);
  }

  private Atlas atlas() {
    return new Atlas(1, divisions, cells, dutyGrids, List.of());
  }

  private static List<Kind> kinds(List<Fault> faults) {
    return faults.stream().map(Fault::kind).toList();
  }

  private static Division land(String code) {
    return new Division(new DivisionCode(code), NAME, false, null);
  }

  private static Tract<Division> division(String code, String wkt) {
    return new Tract<>(land(code), wkt(wkt));
  }

  private static Tract<Cell> cell(String code, @Nullable String walk, String wkt) {
    var cellCode = new CellCode(code);
    return new Tract<>(
        new Cell(
            cellCode,
            cellCode.community(),
            walk == null ? null : new DutyGridCode("440605125" + walk),
            10_000,
            null,
            null,
            "B"),
        wkt(wkt));
  }

  private static Tract<DutyGrid> grid(String code, @Nullable String wkt) {
    return new Tract<>(
        new DutyGrid(
            new DutyGridCode("440605125" + code),
            Integer.parseInt(code.substring(1)),
            NAME,
            new DivisionCode("440605125"),
            0,
            0,
            null),
        wkt == null ? null : wkt(wkt));
  }

  private static String box(double west, double south, double east, double north) {
    return "POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
        .formatted(114 + west / 1000, south / 1000, 114 + east / 1000, north / 1000);
  }

  private static Geometry wkt(String text) {
    try {
      Geometry read = new WKTReader().read(text);
      return read instanceof Polygon polygon
          ? new MultiPolygon(new Polygon[] {polygon}, read.getFactory())
          : read;
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
