package org.citygrid.data.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.citygrid.data.town.TownMaker;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class PreparingAReplayTest {

  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  @Test
  void places_rounded_to_whole_degrees_do_not_stretch_the_town() {
    List<Request> requests = city();
    for (int i = 0; i < 80; i++) {
      requests.add(request("rounded " + i, NOW, -77, 39));
    }

    var extent = Extent.of(requests);

    assertThat(extent.plausible()).isEqualTo(900);
    assertThat(extent.ground().getEnvelopeInternal().getWidth()).isBetween(20_000.0, 30_000.0);
  }

  @Test
  void every_plausible_place_lies_in_a_cell() {
    List<Request> requests = city();
    var extent = Extent.of(requests);
    var town =
        TownMaker.cover(
            1,
            new TownMaker.Extract(
                "990009001", "小", "Small", extent.origin(), extent.ground(), 500, 35));
    var land = town.divisions().get(1).boundary();
    var shapes = new GeometryFactory();

    assertThat(land).isNotNull();
    assertThat(requests)
        .allMatch(r -> land.covers(shapes.createPoint(new Coordinate(r.lon(), r.lat()))));
    assertThat(town.cells()).extracting(cell -> cell.code()).doesNotHaveDuplicates();
  }

  @Test
  void old_times_are_squeezed_into_four_weeks_in_their_order() {
    Instant first = Instant.parse("2014-01-01T00:00:00Z");
    Instant last = Instant.parse("2019-02-01T00:00:00Z");
    var times = new Times(first, last, NOW);

    assertThat(times.told(first)).isAfter(NOW.minus(Duration.ofDays(29)));
    assertThat(times.told(last)).isBefore(NOW);
    assertThat(times.told(first.plus(Duration.ofDays(300))))
        .isBetween(times.told(first), times.told(last));
  }

  @Test
  void a_short_file_keeps_its_rhythm() {
    var times = new Times(NOW.minusSeconds(90_000), NOW.minusSeconds(72_000), NOW);

    assertThat(Duration.between(times.told(times.first()), times.told(times.last())))
        .isEqualTo(Duration.ofSeconds(18_000));
  }

  @Test
  void the_same_name_has_the_same_key_as_everywhere() {
    UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    assertThat(Uuid5.of(dns, "www.example.com"))
        .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  }

  private static List<Request> city() {
    List<Request> requests = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      for (int k = 0; k < 30; k++) {
        requests.add(request(i + "/" + k, NOW, -76.75 + i * 0.01, 39.2 + k * 0.004));
      }
    }
    return requests;
  }

  private static Request request(String id, Instant at, double lon, double lat) {
    return new Request(2, id, at, "type", "words", lon, lat);
  }
}
