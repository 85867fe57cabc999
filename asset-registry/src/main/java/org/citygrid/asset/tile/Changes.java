package org.citygrid.asset.tile;

import java.util.List;
import org.citygrid.asset.TileAddress.Bounds;

/// What a process knows of the register's changes.
///
/// @param revision the newest revision known
/// @param everything the last revision that may have changed everything
/// @param areas where later revisions changed something
record Changes(long revision, long everything, List<Area> areas) {

  /// The box that one revision changed.
  record Area(long revision, Bounds box) {
    private boolean touches(Bounds other) {
      return box.west() <= other.east()
          && other.west() <= box.east()
          && box.south() <= other.north()
          && other.south() <= box.north();
    }
  }

  /// Whether something in the box may have changed since a revision.
  boolean touch(Bounds box, long since) {
    return since < everything
        || areas.stream().anyMatch(area -> area.revision() > since && area.touches(box));
  }
}
