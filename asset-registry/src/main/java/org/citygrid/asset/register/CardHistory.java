package org.citygrid.asset.register;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.citygrid.asset.CardChange;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Tells what changed from the versions of a card: each change is the difference between two.
final class CardHistory {
  private CardHistory() {}

  /// @param versions oldest first, the present one last
  static List<CardChange> tell(List<CardVersion> versions) {
    List<CardChange> history = new ArrayList<>();
    @Nullable CardVersion before = null;
    for (CardVersion now : versions) {
      history.add(before == null ? appeared(now) : changed(before, now));
      before = now;
    }
    return history;
  }

  private static CardChange appeared(CardVersion first) {
    return new CardChange(first.version(), first.at(), "appeared", first.by(), List.of());
  }

  private static CardChange changed(CardVersion before, CardVersion now) {
    return new CardChange(
        now.version(), now.at(), "changed", now.by(), differences(before.card(), now.card()));
  }

  private static List<CardChange.Field> differences(JsonNode before, JsonNode now) {
    SequencedSet<String> names = new TreeSet<>(before.propertyNames());
    names.addAll(now.propertyNames());
    return names.stream()
        .map(name -> new CardChange.Field(name, before.get(name), now.get(name)))
        .filter(field -> field.from() == null || !field.from().equals(field.to()))
        .toList();
  }
}
