package org.citygrid.grid.cutting;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citygrid.grid.Cell;
import org.citygrid.grid.DutyGrid;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.place.PlaneMetres;
import org.citygrid.grid.place.Tract;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/// What new cells inherit from the land under them: the duty grid that most of it lay in, and the
/// attributes of the cell that most of it lay in. Where there were no cells, duty grids' own
/// outlines count.
final class Heirs {
  private final STRtree cells = new STRtree();
  private final STRtree walks = new STRtree();

  Heirs(Collection<Tract<Cell>> cells, Collection<Tract<DutyGrid>> walks, PlaneMetres metres) {
    for (Tract<Cell> tract : cells) {
      Geometry boundary = tract.boundary();
      if (boundary != null) {
        var flat = new Tract<>(tract.land(), metres.flat(boundary));
        this.cells.insert(boxOf(flat), flat);
      }
    }
    for (Tract<DutyGrid> tract : walks) {
      Geometry boundary = tract.boundary();
      if (boundary != null) {
        var flat = new Tract<>(tract.land(), metres.flat(boundary));
        this.walks.insert(boxOf(flat), flat);
      }
    }
  }

  /// @param share of the duty grid in the new cell's area, 0 to 1
  record Inheritance(@Nullable DutyGridCode dutyGrid, double share, @Nullable Cell before) {}

  /// @param cell in metres
  Inheritance of(Geometry cell) {
    Map<DutyGridCode, Double> walked = new HashMap<>();
    Cell before = null;
    double most = 0;
    for (Tract<Cell> old : Heirs.<Cell>near(cells, cell)) {
      double common = common(cell, old.boundary());
      DutyGridCode walk = old.land().dutyGridCode();
      if (walk != null && common > 0) {
        walked.merge(walk, common, Double::sum);
      }
      if (common > most) {
        most = common;
        before = old.land();
      }
    }
    if (before == null) {
      for (Tract<DutyGrid> walk : Heirs.<DutyGrid>near(walks, cell)) {
        double common = common(cell, walk.boundary());
        if (common > 0) {
          walked.merge(walk.land().code(), common, Double::sum);
        }
      }
    }
    var best =
        walked.entrySet().stream()
            .max(
                Map.Entry.<DutyGridCode, Double>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .orElse(null);
    return best == null
        ? new Inheritance(null, 0, before)
        : new Inheritance(best.getKey(), best.getValue() / cell.getArea(), before);
  }

  @SuppressWarnings("unchecked") // nothing else is ever put in
  private static <T> List<Tract<T>> near(STRtree tree, Geometry cell) {
    return tree.query(cell.getEnvelopeInternal());
  }

  private static double common(Geometry one, @Nullable Geometry other) {
    return other == null
        ? 0
        : OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION).getArea();
  }

  private static org.locationtech.jts.geom.Envelope boxOf(Tract<?> tract) {
    Geometry boundary = tract.boundary();
    return boundary == null
        ? new org.locationtech.jts.geom.Envelope()
        : boundary.getEnvelopeInternal();
  }
}
