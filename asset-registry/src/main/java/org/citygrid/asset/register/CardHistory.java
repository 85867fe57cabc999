package org.citygrid.asset.register;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import org.citygrid.asset.CardChange;
import org.citygrid.asset.CardPhoto;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Tells what changed from the versions of a card: each change is the difference between two.
final class CardHistory {
  private static final Set<String> GONE = Set.of("lost", "abandoned", "moved_away");

  private CardHistory() {}

  /// @param versions oldest first, the present one last
  static List<CardChange> tell(List<CardVersion> versions) {
    List<CardChange> history = new ArrayList<>();
    @Nullable CardVersion before = null;
    for (CardVersion now : versions) {
      history.add(step(before, now));
      before = now;
    }
    return history;
  }

  /// The photos on the present card, each with the version that brought it.
  static List<CardPhoto> photos(List<CardVersion> versions) {
    if (versions.isEmpty()) {
      return List.of();
    }
    return photoIds(versions.getLast()).stream().map(id -> toPhoto(id, versions)).toList();
  }

  private static CardPhoto toPhoto(String id, List<CardVersion> versions) {
    return versions.stream()
        .filter(version -> photoIds(version).contains(id))
        .findFirst()
        .map(first -> new CardPhoto(id, first.at(), first.by()))
        .orElseGet(() -> new CardPhoto(id, null, null));
  }

  private static List<String> photoIds(CardVersion version) {
    return version.card().path("photoIds").valueStream().map(JsonNode::asString).toList();
  }

  private static CardChange step(@Nullable CardVersion before, CardVersion now) {
    List<CardChange.Field> changes =
        before == null ? List.of() : differences(before.card(), now.card());
    return new CardChange(
        now.version(),
        now.at(),
        before == null ? "appeared" : actOf(before.card(), now.card()),
        now.by(),
        now.reason(),
        now.proposedBy(),
        now.survey(),
        changes);
  }

  private static String actOf(JsonNode before, JsonNode now) {
    boolean wasGone = GONE.contains(before.path("state").asString(""));
    boolean isGone = GONE.contains(now.path("state").asString(""));
    if (wasGone != isGone) {
      return isGone ? "retired" : "returned";
    }
    return before.path("location").equals(now.path("location")) ? "changed" : "moved";
  }

  static List<CardChange.Field> differences(JsonNode before, JsonNode now) {
    SequencedSet<String> names = new TreeSet<>(before.propertyNames());
    names.addAll(now.propertyNames());
    return names.stream()
        .map(name -> new CardChange.Field(name, before.get(name), now.get(name)))
        .filter(field -> field.from() == null || !field.from().equals(field.to()))
        .toList();
  }
}
