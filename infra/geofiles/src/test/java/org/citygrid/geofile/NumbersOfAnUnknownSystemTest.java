package org.citygrid.geofile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.citygrid.geo.CoordinateSystems;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class NumbersOfAnUnknownSystemTest {
  private static final FittingSystems.Town TOWN =
      (lon, lat) -> lon > 113.05 && lon < 113.15 && lat > 23.05 && lat < 23.15;

  @Test
  void are_tried_in_every_system_that_is_known() {
    List<Coordinate> metres =
        List.of(metres("EPSG:4547", 113.1, 23.1), metres("EPSG:4547", 113.12, 23.08));

    assertThat(FittingSystems.find(metres, TOWN))
        .startsWith("EPSG:4547")
        .contains("EPSG:2383")
        .doesNotContain("EPSG:4548", "EPSG:4490");
  }

  @Test
  void with_their_zone_before_them_are_told_apart() {
    assertThat(FittingSystems.find(List.of(metres("EPSG:4526", 113.1, 23.1)), TOWN))
        .startsWith("EPSG:4526")
        .doesNotContain("EPSG:4547");
  }

  @Test
  void that_fit_nowhere_find_none() {
    assertThat(FittingSystems.find(List.of(new Coordinate(1, 2)), TOWN)).isEmpty();
    assertThat(FittingSystems.find(List.of(), TOWN)).isEmpty();
  }

  private static Coordinate metres(String code, double lon, double lat) {
    return CoordinateSystems.transform("EPSG:4490", code).apply(lon, lat);
  }
}
