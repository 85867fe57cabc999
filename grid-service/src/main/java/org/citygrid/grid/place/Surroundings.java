package org.citygrid.grid.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.citygrid.geo.LocalMetres;
import org.citygrid.grid.Division;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.Placement;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/// The land around one town: how far outside a place lies.
final class Surroundings {
  private static final double REACH_METRES = 5_000;
  private static final GeometryFactory POINTS = new GeometryFactory();

  private final DivisionCode town;
  private final LocalMetres metres;
  private final Envelope reach;
  private final IndexedFacetDistance edge;

  private Surroundings(DivisionCode town, Geometry boundary) {
    this.town = town;
    Envelope box = boundary.getEnvelopeInternal();
    metres = new LocalMetres(box.centre().y);
    edge =
        new IndexedFacetDistance(
            AffineTransformation.scaleInstance(metres.perDegreeEast(), metres.perDegreeNorth())
                .transform(boundary));
    reach = box;
    reach.expandBy(REACH_METRES / metres.perDegreeEast(), REACH_METRES / metres.perDegreeNorth());
  }

  /// One for each town, by its own outline or its communities'.
  static List<Surroundings> ofTowns(Collection<Tract<Division>> divisions) {
    var outlines = new TreeMap<DivisionCode, List<Geometry>>();
    for (Tract<Division> tract : divisions) {
      DivisionCode code = tract.land().code();
      Geometry boundary = tract.boundary();
      if (boundary != null && code.level() != DivisionCode.Level.COUNTY) {
        DivisionCode town = new DivisionCode(code.value().substring(0, 9));
        outlines.computeIfAbsent(town, it -> new ArrayList<>()).add(boundary);
      }
    }
    return outlines.entrySet().stream()
        .map(each -> new Surroundings(each.getKey(), POINTS.buildGeometry(each.getValue())))
        .toList();
  }

  /// The nearest town within reach, or [Placement#NOWHERE].
  static Placement nearest(List<Surroundings> towns, double lon, double lat) {
    Placement best = Placement.NOWHERE;
    for (Surroundings each : towns) {
      double distance = each.distance(lon, lat);
      if (distance <= REACH_METRES && distance < best.metresOutside()) {
        best = new Placement(null, null, each.town, distance);
      }
    }
    return best;
  }

  private double distance(double lon, double lat) {
    return reach.contains(lon, lat)
        ? edge.distance(
            POINTS.createPoint(
                new Coordinate(lon * metres.perDegreeEast(), lat * metres.perDegreeNorth())))
        : Double.POSITIVE_INFINITY;
  }
}
