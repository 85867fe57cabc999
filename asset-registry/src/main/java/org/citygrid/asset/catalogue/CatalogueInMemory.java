package org.citygrid.asset.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citygrid.asset.Condition;
import org.citygrid.asset.Kind;
import org.citygrid.asset.ThingClass;

/// One edition as it was at one revision.
record CatalogueInMemory(
    long revision,
    List<ThingClass> list,
    Map<Key, ThingClass> classes,
    Map<String, Condition> conditions,
    Map<Key, List<DatedCondition>> conditionsOfClass) {

  record Key(Kind kind, String classCode) {}

  static CatalogueInMemory of(
      long revision, List<ThingClass> classes, List<DatedCondition> conditions) {
    return new CatalogueInMemory(
        revision,
        List.copyOf(classes),
        classes.stream().collect(toMap(c -> new Key(c.kind(), c.code()), c -> c)),
        conditions.stream()
            .map(DatedCondition::condition)
            .collect(toMap(Condition::id, c -> c, (_, newer) -> newer)),
        conditions.stream()
            .collect(groupingBy(c -> new Key(c.condition().kind(), c.condition().classCode()))));
  }

  Optional<ThingClass> findClass(Kind kind, String classCode) {
    return Optional.ofNullable(classes.get(new Key(kind, classCode)));
  }

  List<DatedCondition> listConditions(Kind kind, String classCode) {
    return conditionsOfClass.getOrDefault(new Key(kind, classCode), List.of());
  }
}
