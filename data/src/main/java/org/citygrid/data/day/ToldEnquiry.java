package org.citygrid.data.day;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was asked in the past, and everything that was done about it.
///
/// @param registeredBy user name of the acceptor who wrote it down; null of what came by the web
/// @param place where it is about a place
/// @param acts in the order of time, the rating among them
public record ToldEnquiry(
    UUID id,
    String kind,
    String channel,
    String text,
    Instant receivedAt,
    @Nullable String registeredBy,
    @Nullable Place place,
    List<Act> acts,
    @Nullable Rating rating) {

  /// @param action `RATE` is the rating
  /// @param words the answer of `ANSWER`, else an opinion
  public record Act(
      String action,
      Instant at,
      String actor,
      String role,
      @Nullable String unitCode,
      @Nullable String words) {}

  public record Rating(Instant at, int stars, @Nullable String words) {}
}
