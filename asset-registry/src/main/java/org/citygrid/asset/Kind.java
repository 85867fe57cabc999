package org.citygrid.asset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/// The two things a case can be about: something registered, or something that happens.
public enum Kind {
  /// 部件: a fixed public thing with an identity card.
  COMPONENT,
  /// 事件: an act or condition that harms order or appearance; it has a class, but no card.
  EVENT;

  /// How the kind is written in JSON, in addresses and in the catalogues.
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException for any word but `component` and `event`
  @JsonCreator
  public static Kind of(String word) {
    return find(word)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "\"" + word + "\" is neither \"component\" nor \"event\""));
  }

  public static Optional<Kind> find(String word) {
    return switch (word) {
      case "component" -> Optional.of(COMPONENT);
      case "event" -> Optional.of(EVENT);
      default -> Optional.empty();
    };
  }
}
