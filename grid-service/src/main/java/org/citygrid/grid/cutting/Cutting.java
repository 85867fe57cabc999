package org.citygrid.grid.cutting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygrid.geo.CellBuilder;
import org.citygrid.grid.CellCode;
import org.citygrid.grid.Division;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.place.Atlas;
import org.citygrid.grid.place.PlaneMetres;
import org.citygrid.grid.place.Tract;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/// Plans the cells of communities. Pure: the caller stores the outcome.
final class Cutting {
  private static final int MOST_CELLS = 999;
  private static final double ROOM = 1.05;
  private static final double ROUNDED_TO = 500;

  private Cutting() {}

  /// Either the cells, or what is in the way.
  sealed interface Cut {
    /// @param cells of each community, in the order of their codes
    record Cells(Map<Division, List<NewCell>> cells) implements Cut {}

    /// These communities would need more than 999 cells each.
    ///
    /// @param leastSquareMetres a size with which the largest of them would do
    record TooMany(Map<Division, Integer> needed, double leastSquareMetres) implements Cut {}

    /// No community here has an outline.
    record NothingToCut() implements Cut {}
  }

  /// @param division a town or a community
  /// @param squareMetres what most cells should measure
  static Cut cut(Atlas atlas, DivisionCode division, double squareMetres) {
    Map<Division, Geometry> communities = communities(atlas, division);
    if (communities.isEmpty()) {
      return new Cut.NothingToCut();
    }
    var metres = new PlaneMetres(middle(atlas, division));
    Map<Division, Geometry> flat = new LinkedHashMap<>();
    communities.forEach((community, outline) -> flat.put(community, metres.flat(outline)));
    Map<Division, List<CellBuilder.Cell>> cut = new CellBuilder(squareMetres).divide(flat);
    Map<Division, Integer> tooMany = new LinkedHashMap<>();
    double least = 0;
    for (var each : cut.entrySet()) {
      if (each.getValue().size() > MOST_CELLS) {
        tooMany.put(each.getKey(), each.getValue().size());
        least = Math.max(least, squareMetres * each.getValue().size() / MOST_CELLS);
      }
    }
    return tooMany.isEmpty()
        ? new Cut.Cells(coded(atlas, division, cut, metres))
        : new Cut.TooMany(tooMany, Math.ceil(least * ROOM / ROUNDED_TO) * ROUNDED_TO);
  }

  private static Map<Division, List<NewCell>> coded(
      Atlas atlas,
      DivisionCode division,
      Map<Division, List<CellBuilder.Cell>> cut,
      PlaneMetres metres) {
    var heirs =
        new Heirs(atlas.listCells(division.value()), atlas.listDutyGrids(townOf(division)), metres);
    Map<Division, List<NewCell>> coded = new LinkedHashMap<>();
    cut.forEach((community, parts) -> {
      var cells = new ArrayList<NewCell>(parts.size());
      for (CellBuilder.Cell part : parts) {
        Heirs.Inheritance inherited = heirs.of(part.boundary());
        DutyGridCode walk = inherited.dutyGrid();
        cells.add(
            new NewCell(
                CellCode.of(community.code(), part.number()),
                metres.degrees(part.boundary()),
                part.areaSquareMetres(),
                walk,
                inherited.share(),
                inherited.before()));
      }
      coded.put(community, cells);
    });
    return coded;
  }

  private static Map<Division, Geometry> communities(Atlas atlas, DivisionCode division) {
    Map<Division, Geometry> communities = new LinkedHashMap<>();
    for (Tract<Division> tract : atlas.listDivisions(division.value())) {
      Geometry boundary = tract.boundary();
      if (boundary != null && tract.land().code().level() == DivisionCode.Level.COMMUNITY) {
        communities.put(tract.land(), boundary);
      }
    }
    return communities;
  }

  /// Through the middle of the whole town, so that its communities fit together whenever they are
  /// cut.
  private static double middle(Atlas atlas, DivisionCode division) {
    var box = new Envelope();
    for (Tract<Division> tract : atlas.listDivisions(townOf(division))) {
      Geometry boundary = tract.boundary();
      if (boundary != null) {
        box.expandToInclude(boundary.getEnvelopeInternal());
      }
    }
    return box.centre().y;
  }

  private static String townOf(DivisionCode division) {
    return division.value().substring(0, 9);
  }
}
