package org.citygrid.dispatch.duplicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.citygrid.dispatch.duplicate.Duplicates.Earlier;
import org.citygrid.dispatch.duplicate.Duplicates.Reaching;
import org.jspecify.annotations.Nullable;

/// Reports that come together may repeat each other: the later one the earlier.
final class Batch {
  private Batch() {}

  private record Thing(String kind, String classCode, @Nullable String grid) {}

  /// @param batch in the order in which they came
  /// @param sameGrid whether only what lies in the same duty grid is alike
  /// @return for each that repeats others the one of them that was observed first
  static List<Earlier> search(List<Reaching> batch, boolean sameGrid) {
    List<Earlier> found = new ArrayList<>();
    Map<Thing, List<Reaching>> alike = new HashMap<>();
    Map<String, List<Reaching>> ofComponent = new HashMap<>();
    for (var n : batch) {
      var thing = new Thing(n.one().kind(), n.one().classCode(), sameGrid ? n.grid() : null);
      var before = alike.computeIfAbsent(thing, _ -> new ArrayList<>());
      var near = earliest(n, before);
      before.add(n);
      var component = n.one().componentCode();
      if (component != null) {
        var same = ofComponent.computeIfAbsent(component, _ -> new ArrayList<>());
        near = sooner(near, earliestOfComponent(n, same));
        same.add(n);
      }
      near.ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Earlier> earliest(Reaching n, List<Reaching> before) {
    Optional<Earlier> first = Optional.empty();
    for (var e : before) {
      if (n.reaches(e.one().observedAt()) && mayBeOne(n, e) && n.reaches(e.one())) {
        first = sooner(first, Optional.of(earlier(n, e)));
      }
    }
    return first;
  }

  private static Optional<Earlier> earliestOfComponent(Reaching n, List<Reaching> same) {
    Optional<Earlier> first = Optional.empty();
    for (var e : same) {
      if (e.one().kind().equals(n.one().kind())
          && e.one().classCode().equals(n.one().classCode())
          && n.reaches(e.one().observedAt())) {
        first = sooner(first, Optional.of(earlier(n, e)));
      }
    }
    return first;
  }

  private static boolean mayBeOne(Reaching n, Reaching e) {
    var mine = n.one().componentCode();
    var other = e.one().componentCode();
    return mine == null || other == null || Objects.equals(mine, other);
  }

  private static Optional<Earlier> sooner(Optional<Earlier> one, Optional<Earlier> other) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(one.get().orIfSooner(other.get()))
        : one.or(() -> other);
  }

  private static Earlier earlier(Reaching n, Reaching e) {
    return new Earlier(n.one().id(), e.one().id(), e.one().observedAt());
  }
}
