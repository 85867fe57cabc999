package org.citygrid.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

class TransformingBetweenSystemsTest {
  private static final Offset<Double> A_MILLIMETRE = within(0.001);
  private static final Offset<Double> A_CENTIMETRE = within(0.01);

  /// IOGP Publication 373-7-2, Transverse Mercator: OSGB 1936 / British National Grid.
  private static final String BRITISH_NATIONAL_GRID =
      """
      PROJCS["OSGB 1936 / British National Grid", %s, PROJECTION["Transverse_Mercator"],
        PARAMETER["latitude_of_origin", 49], PARAMETER["central_meridian", -2],
        PARAMETER["scale_factor", 0.9996012717], PARAMETER["false_easting", 400000],
        PARAMETER["false_northing", -100000], UNIT["metre", 1]]\
      """;

  private static final String OSGB_1936 =
      """
      GEOGCS["OSGB 1936", DATUM["OSGB 1936", SPHEROID["Airy 1830", 6377563.396, 299.3249646]],
        PRIMEM["Greenwich", 0], UNIT["degree", 0.0174532925199433]]\
      """;

  @Test
  void transverse_mercator_has_the_value_of_the_epsg_guidance() {
    var transform =
        CoordinateSystems.transform(OSGB_1936, BRITISH_NATIONAL_GRID.formatted(OSGB_1936));

    Coordinate place = transform.apply(0.5, 50.5);

    assertThat(place.x).isCloseTo(577_274.99, A_CENTIMETRE);
    assertThat(place.y).isCloseTo(69_740.50, A_CENTIMETRE);
  }

  @Test
  void web_mercator_has_the_value_of_the_epsg_guidance() {
    var transform = CoordinateSystems.transform("EPSG:4326", "EPSG:3857");

    Coordinate place = transform.apply(-(100 + 20 / 60.0), 24 + 22 / 60.0 + 54.433 / 3600);

    assertThat(place.x).isCloseTo(-11_169_055.58, A_CENTIMETRE);
    assertThat(place.y).isCloseTo(2_800_000.00, A_CENTIMETRE);
  }

  /// Reference values by PROJ 9.1.1 (`cs2cs EPSG:4490 EPSG:4547` and so on), an independent
  /// program.
  @ParameterizedTest(name = "{0} → {1} at {2}, {3}")
  @CsvSource({
    "EPSG:4490, EPSG:4547, 113.1, 23.1, 407795.1853, 2555896.1860",
    "EPSG:4610, EPSG:2383, 113.1, 23.1, 407795.1419, 2555897.3764",
    "EPSG:4214, EPSG:2435, 113.1, 23.1, 407793.6308, 2555941.7376",
    "EPSG:4326, EPSG:32649, 113.1, 23.1, 715085.9083, 2556136.7344",
    "EPSG:4490, EPSG:4547, 113.1234, 23.0567, 410163.8795, 2551085.9473",
    "EPSG:4610, EPSG:2383, 113.1234, 23.0567, 410163.8372, 2551087.1354",
    "EPSG:4214, EPSG:2435, 113.1234, 23.0567, 410162.3649, 2551131.4138",
    "EPSG:4326, EPSG:32649, 113.1234, 23.0567, 717553.0403, 2551375.7758",
    "EPSG:4490, EPSG:4547, 112.5, 22.0, 345093.9591, 2434560.1928",
    "EPSG:4610, EPSG:2383, 112.5, 22.0, 345093.8862, 2434561.3266",
    "EPSG:4214, EPSG:2435, 112.5, 22.0, 345091.3465, 2434603.5979",
    "EPSG:4326, EPSG:32649, 112.5, 22.0, 654844.0785, 2433586.3688",
    "EPSG:4490, EPSG:4547, 115.5, 40.0, 628093.3590, 4430606.9516",
    "EPSG:4610, EPSG:2383, 115.5, 40.0, 628093.4193, 4430609.0182",
    "EPSG:4214, EPSG:2435, 115.5, 40.0, 628095.5025, 4430685.3072",
    "EPSG:4326, EPSG:32649, 115.5, 40.0, 884187.8324, 4437465.8988",
  })
  void chinese_systems_agree_with_proj(
      String from, String to, double lon, double lat, double easting, double northing) {
    Coordinate place = CoordinateSystems.transform(from, to).apply(lon, lat);

    assertThat(place.x).isCloseTo(easting, A_MILLIMETRE);
    assertThat(place.y).isCloseTo(northing, A_MILLIMETRE);
  }

  @Test
  void every_known_system_leads_there_and_back() {
    for (String code : CoordinateSystems.codes()) {
      Transform there = CoordinateSystems.transform("EPSG:4490", code);
      Transform back = CoordinateSystems.transform(code, "EPSG:4490");
      double meridian = meridianOf(code);

      Coordinate reached = there.apply(meridian + 0.7, 23.1);
      Coordinate home = back.apply(reached.x, reached.y);

      assertThat(home.x).as(code).isCloseTo(meridian + 0.7, within(1e-8));
      assertThat(home.y).as(code).isCloseTo(23.1, within(1e-8));
    }
  }

  @Test
  void cgcs2000_and_wgs84_agree_within_a_centimetre_of_each_other() {
    Transform transform = CoordinateSystems.transform("EPSG:4326", "EPSG:4490");
    var metres = new LocalMetres(23);

    Coordinate place = transform.apply(113.1, 23.1);

    assertThat(metres.distance(113.1, 23.1, place.x, place.y)).isLessThan(0.01);
    assertThat(transform.datumShift()).isEqualTo(DatumShift.KNOWN);
  }

  @ParameterizedTest
  @CsvSource({"EPSG:2383", "EPSG:2435", "EPSG:4610", "EPSG:4214", "EPSG:4555"})
  void the_older_national_systems_say_that_their_shift_is_not_known(String code) {
    assertThat(CoordinateSystems.transform(code, "EPSG:4490").datumShift())
        .isEqualTo(DatumShift.UNKNOWN);
    assertThat(CoordinateSystems.transform(code, "EPSG:3857").datumShift())
        .isEqualTo(DatumShift.UNKNOWN);
  }

  @Test
  void a_geometry_keeps_its_shape_and_says_its_new_system() throws Exception {
    Geometry square =
        new WKTReader()
            .read("POLYGON ((408000 2556000, 408100 2556000, 408100 2556100, 408000 2556000))");

    Geometry degrees = CoordinateSystems.transform("EPSG:4547", "EPSG:4490").apply(square);

    assertThat(degrees.getSRID()).isEqualTo(4490);
    assertThat(degrees.getCoordinate().x).isCloseTo(113.10199, within(1e-5));
    assertThat(square.getCoordinate().x).isEqualTo(408000);
  }

  @Test
  void a_system_that_is_not_known_is_named() {
    assertThatThrownBy(() -> CoordinateSystems.transform("EPSG:99999", "EPSG:4490"))
        .isInstanceOf(UnknownCrs.class)
        .hasMessageContaining("EPSG:99999");
    assertThatThrownBy(() -> CoordinateSystems.transform("PROJCS[nonsense", "EPSG:4490"))
        .isInstanceOf(UnknownCrs.class);
  }

  @Test
  void our_own_gauss_kruger_agrees_with_geotools_within_a_millimetre() {
    var light = new GaussKruger(114);
    Transform heavy = CoordinateSystems.transform("EPSG:4490", "EPSG:4547");
    var random = new Random(4547);
    for (int i = 0; i < 5_000; i++) {
      double lon = 111 + random.nextDouble() * 6;
      double lat = random.nextDouble() * 54;

      Coordinate metres = light.toMetres(lon, lat);
      LonLat home = light.toDegreesFrom(metres.x, metres.y);

      assertThat(metres.distance(heavy.apply(lon, lat))).isLessThan(0.001);
      assertThat(home.lon()).isCloseTo(lon, within(1e-9));
      assertThat(home.lat()).isCloseTo(lat, within(1e-9));
    }
  }

  @Test
  void local_metres_are_true_to_a_thousandth_across_a_town() {
    var light = new LocalMetres(23.1);
    var exact = new GaussKruger(113);

    double metres = exact.toMetres(113.05, 23.05).distance(exact.toMetres(113.15, 23.15));

    assertThat(light.distance(113.05, 23.05, 113.15, 23.15))
        .isCloseTo(metres, within(metres / 1000));
  }

  private static double meridianOf(String code) {
    var matcher =
        java.util.regex.Pattern.compile("\"central_meridian\", (-?[0-9.]+)")
            .matcher(CrsCatalogue.wktOf(code));
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : 113;
  }
}
