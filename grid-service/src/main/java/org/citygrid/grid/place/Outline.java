package org.citygrid.grid.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/// A boundary as GeoJSON (RFC 7946): longitude, latitude, rounded to seven decimals, a centimetre.
public record Outline(String type, List<?> coordinates) {
  private static final double SCALE = 1e7;

  public static @Nullable Outline of(@Nullable Geometry boundary) {
    if (boundary == null || boundary.isEmpty()) {
      return null;
    }
    var polygons = new ArrayList<List<?>>();
    for (int i = 0; i < boundary.getNumGeometries(); i++) {
      if (boundary.getGeometryN(i) instanceof Polygon polygon) {
        polygons.add(rings(polygon));
      }
    }
    return polygons.size() == 1
        ? new Outline("Polygon", polygons.getFirst())
        : new Outline("MultiPolygon", polygons);
  }

  /// One feature of a collection.
  public record Feature(String type, @Nullable Outline geometry, Map<String, ?> properties) {
    public static Feature of(@Nullable Geometry boundary, Map<String, ?> properties) {
      return new Feature("Feature", Outline.of(boundary), properties);
    }
  }

  public record Collection(String type, List<Feature> features) {
    public static Collection of(List<Feature> features) {
      return new Collection("FeatureCollection", features);
    }
  }

  private static List<List<double[]>> rings(Polygon polygon) {
    var rings = new ArrayList<List<double[]>>();
    rings.add(positions(polygon.getExteriorRing()));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(positions(polygon.getInteriorRingN(i)));
    }
    return rings;
  }

  private static List<double[]> positions(LinearRing ring) {
    CoordinateSequence vertices = ring.getCoordinateSequence();
    var positions = new ArrayList<double[]>(vertices.size());
    for (int i = 0; i < vertices.size(); i++) {
      positions.add(new double[] {rounded(vertices.getX(i)), rounded(vertices.getY(i))});
    }
    return positions;
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * SCALE) / SCALE;
  }
}
