package org.citygrid.asset.attribute;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The attributes that components may have, by class; what holds for every class comes second.
public final class Attributes {
  private static final String EVERY_CLASS = "*";

  private record Key(String classCode, String name) {}

  private final Map<Key, Attribute> known = new HashMap<>();

  public Attributes(List<Attribute> attributes) {
    attributes.forEach(one -> known.put(new Key(one.classCode(), one.name()), one));
  }

  public Optional<Attribute> find(String classCode, String name) {
    return Optional.ofNullable(known.get(new Key(classCode, name)))
        .or(() -> Optional.ofNullable(known.get(new Key(EVERY_CLASS, name))));
  }
}
