package org.citygrid.ogc;

import java.util.Optional;
import org.citygrid.platform.identity.Actor;
import org.jspecify.annotations.Nullable;

/// Who may read which rows of a collection.
@FunctionalInterface
public interface Access {
  /// Which rows this reader may see, as a condition over the alias `f`. Empty where the collection
  /// is not theirs to know of; null is a stranger.
  Optional<Clause> rowsFor(@Nullable Actor actor);

  /// Everybody, every row.
  static Access everyone() {
    return _ -> Optional.of(Clause.TRUE);
  }
}
