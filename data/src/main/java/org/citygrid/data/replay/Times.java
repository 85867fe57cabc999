package org.citygrid.data.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// When a request of the past is told to have been observed. CityGrid takes no report older than 30
/// days through its public door, so a longer or older file is squeezed into the last four weeks:
/// order and rhythm stay, the true time goes into the words.
record Times(Instant first, Instant last, Instant now) {

  private static final Duration ROOM = Duration.ofDays(28);
  private static final Duration MARGIN = Duration.ofMinutes(2);

  static Times of(List<Request> requests, Instant now) {
    List<Instant> known =
        requests.stream().map(Request::createdAt).filter(Objects::nonNull).sorted().toList();
    return known.isEmpty()
        ? new Times(now, now, now)
        : new Times(known.getFirst(), known.getLast(), now);
  }

  Instant told(Instant createdAt) {
    double span = Math.max(1, Duration.between(first, last).toMillis());
    double room = Math.min(span, ROOM.toMillis());
    double part = Duration.between(createdAt, last).toMillis() / span;
    return now.minus(MARGIN).minusMillis((long) (part * room));
  }
}
