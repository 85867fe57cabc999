package org.citygrid.asset.attribute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citygrid.asset.Dimension;
import org.jspecify.annotations.Nullable;

/// The attributes that components may have: a minor class speaks before its major class, that
/// before what holds for every class.
public final class Attributes {
  private static final String EVERY_CLASS = "*";

  private final Map<String, Map<String, Attribute>> byClass = new HashMap<>();

  /// @param attributes in the order in which people read them
  public Attributes(List<Attribute> attributes) {
    attributes.forEach(one ->
        byClass.computeIfAbsent(one.classCode(), _ -> new LinkedHashMap<>()).put(one.name(), one));
  }

  public Optional<Attribute> find(String classCode, String name) {
    return speakers(classCode)
        .map(speaker -> byClass.getOrDefault(speaker, Map.of()).get(name))
        .filter(found -> found != null)
        .findFirst();
  }

  /// Every attribute that a component of this class may have, its own ones first.
  public List<Attribute> listOf(String classCode) {
    Map<String, Attribute> found = new LinkedHashMap<>();
    speakers(classCode)
        .forEach(speaker -> byClass.getOrDefault(speaker, Map.of()).forEach(found::putIfAbsent));
    return new ArrayList<>(found.values());
  }

  /// Every attribute by its words in Chinese and English, in small letters, as they may stand over
  /// a column; where classes differ, the first in the catalogue speaks.
  public Map<String, Attribute> byWords() {
    Map<String, Attribute> byWords = new HashMap<>();
    byClass.values().stream()
        .flatMap(ofClass -> ofClass.values().stream())
        .sorted(Comparator.comparing(Attribute::classCode).thenComparing(Attribute::name))
        .forEach(one -> {
          byWords.putIfAbsent(one.words().zh(), one);
          byWords.putIfAbsent(one.words().en().toLowerCase(Locale.ROOT), one);
        });
    return byWords;
  }

  /// What is wrong with one attribute of a component; empty (null) when nothing is.
  public @Nullable String fault(String classCode, Dimension dimension) {
    Optional<Attribute> attribute = find(classCode, dimension.name());
    return attribute.isEmpty()
        ? "is not an attribute of this class"
        : attribute.get().fault(dimension);
  }

  private static Stream<String> speakers(String classCode) {
    return classCode.length() == 4
        ? Stream.of(classCode, classCode.substring(0, 2), EVERY_CLASS)
        : Stream.of(EVERY_CLASS);
  }
}
