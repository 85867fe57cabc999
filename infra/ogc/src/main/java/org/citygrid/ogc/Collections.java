package org.citygrid.ogc;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.citygrid.platform.identity.Actor;
import org.jspecify.annotations.Nullable;

/// All collections that rooms laid out, for one reader at a time.
public final class Collections {
  private final List<OgcCollection> all;

  public Collections(List<OgcCollection> all) {
    this.all = all.stream().sorted(Comparator.comparing(OgcCollection::id)).toList();
  }

  /// What this reader may know of, in the order of ids.
  public List<OgcCollection> list(@Nullable Actor reader) {
    return all.stream().filter(one -> one.access().rowsFor(reader).isPresent()).toList();
  }

  /// Empty also where the reader may not know of it.
  public Optional<OgcCollection> find(String id, @Nullable Actor reader) {
    return list(reader).stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
