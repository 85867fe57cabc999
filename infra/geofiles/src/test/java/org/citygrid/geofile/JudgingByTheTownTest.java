package org.citygrid.geofile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.citygrid.geo.CoordinateSystems;
import org.citygrid.geo.Gcj02;
import org.citygrid.geo.LonLat;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class JudgingByTheTownTest {
  private static final PlaceCheck TOWN =
      new PlaceCheck(
          Fixtures.wkt(
              "POLYGON ((113.05 23.05, 113.15 23.05, 113.15 23.15, 113.05 23.15, 113.05 23.05))"));

  @Test
  void places_in_it_are_not_doubted() {
    assertThat(TOWN.judge(grid())).isEmpty();
  }

  @Test
  void exchanged_axes_are_seen() {
    List<Coordinate> swapped = grid().stream().map(at -> new Coordinate(at.y, at.x)).toList();

    assertThat(TOWN.judge(swapped))
        .extracting(Described.Warning::code)
        .containsExactly("axes-swapped");
  }

  @Test
  void a_shift_pushes_places_over_the_edge() {
    List<Coordinate> shifted =
        grid().stream()
            .map(at -> Gcj02.fromWgs84(new LonLat(at.x, at.y)))
            .map(at -> new Coordinate(at.lon(), at.lat()))
            .toList();

    assertThat(TOWN.judge(shifted))
        .extracting(Described.Warning::code)
        .containsExactly("gcj02-suspected");
  }

  @Test
  void another_town_is_far_away() {
    List<Coordinate> away = grid().stream().map(at -> new Coordinate(at.x + 3, at.y)).toList();

    assertThat(TOWN.judge(away)).extracting(Described.Warning::code).containsExactly("far-away");
  }

  @Test
  void metres_are_tried_in_every_system_that_is_known() {
    List<Coordinate> metres =
        grid().stream()
            .map(at -> CoordinateSystems.transform("EPSG:4490", "EPSG:4547").apply(at.x, at.y))
            .toList();

    assertThat(TOWN.systemsThatFit(metres))
        .startsWith("EPSG:4547")
        .contains("EPSG:2383")
        .doesNotContain("EPSG:4548");
  }

  private static List<Coordinate> grid() {
    List<Coordinate> grid = new ArrayList<>();
    for (int x = 0; x < 20; x++) {
      for (int y = 0; y < 20; y++) {
        grid.add(new Coordinate(113.0505 + x * 0.0052, 23.0505 + y * 0.0052));
      }
    }
    return grid;
  }
}
