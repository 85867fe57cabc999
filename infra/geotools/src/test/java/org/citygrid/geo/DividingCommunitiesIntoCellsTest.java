package org.citygrid.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class DividingCommunitiesIntoCellsTest {
  private static final String WEST = "POLYGON ((0 0, 430 0, 517 333, 390 600, 0 600, 0 0))";
  private static final String EAST = "POLYGON ((430 0, 900 0, 900 600, 390 600, 517 333, 430 0))";

  private final CellBuilder builder = new CellBuilder(10_000);

  @Test
  void a_square_of_nine_hectares_becomes_nine_cells_from_north_west_to_south_east() {
    var cells = divide("POLYGON ((0 0, 300 0, 300 300, 0 300, 0 0))");

    assertThat(cells).hasSize(9).allMatch(cell -> cell.areaSquareMetres() == 10_000);
    assertThat(cells.getFirst().number()).isEqualTo(1);
    assertThat(cells.getFirst().boundary().getCentroid().toText()).isEqualTo("POINT (50 250)");
    assertThat(cells.get(1).boundary().getCentroid().toText()).isEqualTo("POINT (150 250)");
    assertThat(cells.getLast().boundary().getCentroid().toText()).isEqualTo("POINT (250 50)");
  }

  @Test
  void a_small_remainder_joins_its_neighbour() {
    var cells = divide("POLYGON ((0 0, 130 0, 130 100, 0 100, 0 0))");

    assertThat(cells)
        .singleElement()
        .extracting(CellBuilder.Cell::areaSquareMetres)
        .isEqualTo(13_000.0);
  }

  @Test
  void a_community_smaller_than_a_cell_is_one_cell() {
    assertThat(divide("POLYGON ((10 10, 30 10, 20 40, 10 10))")).hasSize(1);
  }

  @Test
  void cells_of_neighbouring_communities_leave_no_gap_and_do_not_overlap() throws Exception {
    var communities = new LinkedHashMap<String, Geometry>();
    communities.put("west", new WKTReader().read(WEST));
    communities.put("east", new WKTReader().read(EAST));

    Map<String, List<CellBuilder.Cell>> cells = builder.divide(communities);

    Polygon[] all =
        cells.values().stream()
            .flatMap(List::stream)
            .map(CellBuilder.Cell::boundary)
            .toArray(Polygon[]::new);
    assertThat(CoverageValidator.isValid(all)).isTrue();
    assertThat(total(cells.get("west"))).isCloseTo(communities.get("west").getArea(), within(1.0));
    assertThat(total(cells.get("east"))).isCloseTo(communities.get("east").getArea(), within(1.0));
    assertThat(all).hasSizeBetween(45, 62).allMatch(Polygon::isValid);
  }

  private List<CellBuilder.Cell> divide(String wkt) {
    try {
      return builder.divide(Map.of("one", new WKTReader().read(wkt))).get("one");
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static double total(List<CellBuilder.Cell> cells) {
    return cells.stream().mapToDouble(CellBuilder.Cell::areaSquareMetres).sum();
  }
}
