package org.citygrid.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftedMapCoordinatesTest {
  private static final Offset<Double> A_MICRODEGREE = within(1e-6);

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "gcj02.csv")
  void gcj02_has_the_published_values(
      String place, double lat, double lon, double shiftedLat, double shiftedLon) {
    LonLat shifted = Gcj02.fromWgs84(new LonLat(lon, lat));

    assertThat(shifted.lon()).isCloseTo(shiftedLon, A_MICRODEGREE);
    assertThat(shifted.lat()).isCloseTo(shiftedLat, A_MICRODEGREE);
  }

  /// The example of the map service's own converter (geoconv, from=1, to=5), as its callers quote
  /// it.
  @Test
  void bd09_agrees_with_its_own_service_within_a_metre() {
    LonLat shifted = MapDatum.BD09.fromWgs84(new LonLat(114.21892734521, 29.575429778924));

    assertThat(
            new LocalMetres(29.6)
                .distance(shifted.lon(), shifted.lat(), 114.23074789746, 29.579086404502))
        .isLessThan(1);
  }

  @Test
  void every_place_in_china_comes_back_to_within_a_millimetre() {
    var random = new Random(20260523);
    var metres = new LocalMetres(0);
    for (int i = 0; i < 20_000; i++) {
      var place = new LonLat(73.7 + random.nextDouble() * 61, 3.5 + random.nextDouble() * 50);

      for (MapDatum datum : MapDatum.values()) {
        LonLat back = datum.toWgs84(datum.fromWgs84(place));
        assertThat(metres.distance(place.lon(), place.lat(), back.lon(), back.lat()))
            .as("%s by %s", place, datum)
            .isLessThan(0.001);
      }
    }
  }

  @Test
  void the_shift_in_china_is_between_fifty_and_nine_hundred_metres() {
    var dali = new LonLat(113.10, 23.10);

    LonLat shifted = Gcj02.fromWgs84(dali);

    assertThat(new LocalMetres(23.1).distance(113.10, 23.10, shifted.lon(), shifted.lat()))
        .isBetween(50.0, 900.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-179.5, -104.9903, 0, 72.0039, 137.8348, 153.0251})
  void nothing_moves_outside_china(double lon) {
    var place = new LonLat(lon, 30);

    for (MapDatum datum : MapDatum.values()) {
      assertThat(datum.fromWgs84(place)).isEqualTo(place);
      assertThat(datum.toWgs84(place)).isEqualTo(place);
    }
  }

  @Test
  void a_datum_is_found_by_the_name_that_requests_use() {
    assertThat(MapDatum.find("GCJ02")).contains(MapDatum.GCJ02);
    assertThat(MapDatum.find("mars")).isEmpty();
  }
}
