package org.citygrid.asset;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How a component is. A lost or abandoned one keeps its card and its code.
public enum ComponentState {
  /// 完好
  INTACT,
  /// 破损
  DAMAGED,
  /// 丢失
  LOST,
  /// 废弃
  ABANDONED,
  /// 移除
  MOVED_AWAY;

  private static final Map<String, ComponentState> BY_WORD =
      Arrays.stream(values()).collect(toMap(ComponentState::word, state -> state));

  private final String word = name().toLowerCase(Locale.ROOT);

  @JsonValue
  public String word() {
    return word;
  }

  /// @throws IllegalArgumentException for a word that is no state
  @JsonCreator
  public static ComponentState of(String word) {
    return find(word)
        .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is not a state"));
  }

  public static Optional<ComponentState> find(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
