package org.citygrid.asset;

import java.util.List;
import java.util.Optional;

/// The classes and conditions of the edition this town works by. Answers from memory.
public interface Catalogue {
  /// The edition that every answer belongs to.
  String edition();

  Optional<ThingClass> findClass(Kind kind, String classCode);

  /// Every class, components before events, by code.
  List<ThingClass> listClasses();

  /// Finds a condition by its id; one that is no longer valid is still found, for the sake of cases
  /// filed under it.
  Optional<Condition> findCondition(String id);

  /// The conditions valid today, in the catalogue's order; empty for an unknown class.
  List<Condition> listConditions(Kind kind, String classCode);
}
