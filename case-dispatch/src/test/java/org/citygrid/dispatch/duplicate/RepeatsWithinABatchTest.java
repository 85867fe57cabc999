package org.citygrid.dispatch.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citygrid.dispatch.duplicate.Duplicates.Earlier;
import org.citygrid.dispatch.duplicate.Duplicates.Newcomer;
import org.citygrid.dispatch.duplicate.Duplicates.Reaching;
import org.citygrid.geo.LocalMetres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A ten-thousandth of a degree is eleven metres northward; the class of these reaches 50 metres
/// and a day.
class RepeatsWithinABatchTest {
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  private static final double LAT = 25.6;

  private final Newcomer first = rubbish(LAT, "grid-1", NOON);

  @Test
  void the_later_repeats_the_earlier_and_not_the_other_way() {
    var second = rubbish(LAT + 0.0002, "grid-1", NOON.plusSeconds(60));

    assertThat(search(true, first, second)).isEqualTo(Map.of(second.id(), first.id()));
  }

  @Test
  void what_lies_too_far_or_was_seen_too_long_ago_is_another_thing() {
    var far = rubbish(LAT + 0.0005, "grid-1", NOON);
    var late = rubbish(LAT, "grid-1", NOON.plus(Duration.ofHours(25)));

    assertThat(search(true, first, far, late)).isEmpty();
  }

  @Test
  void another_duty_grid_counts_only_where_any_does() {
    var beyond = rubbish(LAT + 0.0001, "grid-2", NOON);

    assertThat(search(true, first, beyond)).isEmpty();
    assertThat(search(false, first, beyond)).isEqualTo(Map.of(beyond.id(), first.id()));
  }

  @Test
  void of_several_the_one_observed_first_is_named_whoever_came_first() {
    var sawItEarlier = rubbish(LAT, "grid-1", NOON.minusSeconds(600));
    var third = rubbish(LAT, "grid-1", NOON.plusSeconds(60));

    assertThat(search(true, first, sawItEarlier, third))
        .isEqualTo(Map.of(sawItEarlier.id(), first.id(), third.id(), sawItEarlier.id()));
  }

  @Test
  void two_codes_are_two_things_and_one_code_is_one_thing_wherever_it_is_reported() {
    var lamp = lamp("3205010101000001", LAT, "grid-1");
    var beside = lamp("3205010101000002", LAT, "grid-1");
    var sameFromAfar = lamp("3205010101000001", LAT + 0.01, "grid-2");
    var uncoded = lamp(null, LAT, "grid-1");

    assertThat(search(true, lamp, beside, sameFromAfar, uncoded))
        .isEqualTo(Map.of(sameFromAfar.id(), lamp.id(), uncoded.id(), lamp.id()));
  }

  private static Map<UUID, UUID> search(boolean sameGrid, Newcomer... batch) {
    List<Reaching> reaching = Stream.of(batch).map(RepeatsWithinABatchTest::reaching).toList();
    return Batch.search(reaching, sameGrid).stream()
        .collect(Collectors.toMap(Earlier::newcomer, Earlier::id));
  }

  private static Reaching reaching(Newcomer one) {
    return new Reaching(
        one,
        50,
        one.observedAt().minus(Duration.ofDays(1)),
        one.observedAt().plus(Duration.ofDays(1)),
        new LocalMetres(one.lat()));
  }

  private static Newcomer rubbish(double lat, String grid, Instant at) {
    return new Newcomer(UUID.randomUUID(), "event", "0101", null, grid, 100.2, lat, at);
  }

  private static Newcomer lamp(@Nullable String code, double lat, String grid) {
    return new Newcomer(UUID.randomUUID(), "component", "0201", code, grid, 100.2, lat, NOON);
  }
}
