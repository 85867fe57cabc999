package org.citygrid.geo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.grid.GridElement;
import org.geotools.grid.GridFeatureBuilder;
import org.geotools.grid.PolygonElement;
import org.geotools.grid.oblong.Oblongs;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/// Divides communities into unit grids of about the same size.
///
/// One net of squares is laid over the whole town and cut along the communities' edges; what is
/// left too small joins the neighbour in the same community with which it shares the longest edge.
/// All edges are noded together on a millimetre raster, so the cells of one call leave no gap and
/// do not overlap, across community edges too. Metres in, metres out: a projected system, x =
/// easting, y = northing.
public final class CellBuilder {
  private static final PrecisionModel MILLIMETRES = new PrecisionModel(1000);
  private static final double LEAST_PART = 0.4;

  /// Equal areas by their place, so that the same land is always cut alike.
  private static final Comparator<Polygon> BY_AREA =
      Comparator.comparingDouble(Polygon::getArea)
          .thenComparing(polygon -> polygon.getEnvelopeInternal());

  private final GeometryFactory factory = new GeometryFactory(MILLIMETRES);
  private final double aimSquareMetres;

  /// @param aimSquareMetres what most cells should measure; the standards say about 10,000
  public CellBuilder(double aimSquareMetres) {
    if (!(aimSquareMetres >= 1)) {
      throw new IllegalArgumentException("a cell of " + aimSquareMetres + " m² is too small");
    }
    this.aimSquareMetres = aimSquareMetres;
  }

  /// One unit grid before it has a code.
  ///
  /// @param number 1, 2, 3 … within its community, in rows from north to south, each from west to
  ///   east
  public record Cell(int number, Polygon boundary) {
    /// Area in the plane of the projection.
    public double areaSquareMetres() {
      return boundary.getArea();
    }
  }

  /// Divides each community; the map keeps the order of `communities`.
  ///
  /// @param communities polygons that do not overlap, by any key; neighbours share their edges
  public <K> Map<K, List<Cell>> divide(Map<K, ? extends Geometry> communities) {
    Envelope bounds = new Envelope();
    communities.values().forEach(each -> bounds.expandToInclude(each.getEnvelopeInternal()));
    List<Polygon> faces = faces(communities.values(), squares(bounds));
    Map<K, List<Cell>> cells = new LinkedHashMap<>();
    var index = new STRtree();
    faces.forEach(face -> index.insert(face.getEnvelopeInternal(), face));
    communities.forEach(
        (key, community) -> cells.put(key, numbered(merged(inside(community, index)), bounds)));
    return cells;
  }

  private List<Polygon> squares(Envelope bounds) {
    double side = Math.sqrt(aimSquareMetres);
    var net = new ArrayList<Polygon>();
    var origin = new Coordinate(bounds.getMinX(), bounds.getMinY());
    var type = new SimpleFeatureTypeBuilder();
    type.setName("cell");
    type.add("element", Polygon.class);
    var collector =
        new GridFeatureBuilder(type.buildFeatureType()) {
          @Override
          public void setAttributes(GridElement element, Map<String, Object> attributes) {}

          @Override
          public boolean getCreateFeature(GridElement element) {
            net.add((Polygon) ((PolygonElement) element).toGeometry());
            return false; // the shape is all we want; no feature is stored
          }
        };
    var covered =
        new ReferencedEnvelope(
            origin.x, bounds.getMaxX() + side, origin.y, bounds.getMaxY() + side, null);
    Oblongs.createGrid(covered, side, side, collector);
    return net;
  }

  private List<Polygon> faces(Collection<? extends Geometry> communities, List<Polygon> net) {
    var lines = new ArrayList<Geometry>();
    communities.forEach(community -> lines.add(community.getBoundary()));
    net.forEach(square -> lines.add(square.getBoundary()));
    var polygonizer = new Polygonizer();
    polygonizer.add(UnaryUnionNG.union(lines, factory, MILLIMETRES));
    var faces = new ArrayList<Polygon>();
    for (Object face : polygonizer.getPolygons()) {
      faces.add((Polygon) face);
    }
    return faces;
  }

  private static List<Polygon> inside(Geometry community, STRtree faces) {
    var locator = new IndexedPointInAreaLocator(community);
    var inside = new ArrayList<Polygon>();
    for (Object found : faces.query(community.getEnvelopeInternal())) {
      Polygon face = (Polygon) found;
      if (locator.locate(face.getInteriorPoint().getCoordinate()) == Location.INTERIOR) {
        inside.add(face);
      }
    }
    return inside;
  }

  private List<Polygon> merged(List<Polygon> parts) {
    var cells = new ArrayList<>(parts);
    var done = new ArrayList<Polygon>();
    cells.sort(BY_AREA);
    while (!cells.isEmpty() && cells.getFirst().getArea() < LEAST_PART * aimSquareMetres) {
      Polygon sliver = cells.removeFirst();
      Optional<Polygon> host = bestNeighbour(sliver, cells);
      if (host.isEmpty()) {
        done.add(sliver); // an island on its own
        continue;
      }
      cells.remove(host.get());
      insertByArea(cells, joined(sliver, host.get()));
    }
    done.addAll(cells);
    return done;
  }

  private static void insertByArea(List<Polygon> cells, Polygon cell) {
    int at = 0;
    while (at < cells.size() && BY_AREA.compare(cells.get(at), cell) < 0) {
      at++;
    }
    cells.add(at, cell);
  }

  private static Optional<Polygon> bestNeighbour(Polygon sliver, List<Polygon> cells) {
    Map<Polygon, Double> shared = new HashMap<>();
    Envelope around = sliver.getEnvelopeInternal();
    for (Polygon cell : cells) {
      if (cell.getEnvelopeInternal().intersects(around)) {
        double length =
            OverlayNGRobust.overlay(
                    sliver.getBoundary(),
                    cell.getBoundary(),
                    org.locationtech.jts.operation.overlayng.OverlayNG.INTERSECTION)
                .getLength();
        if (length > 0) {
          shared.put(cell, length);
        }
      }
    }
    return shared.entrySet().stream()
        .max(
            Map.Entry.<Polygon, Double>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(BY_AREA)))
        .map(Map.Entry::getKey);
  }

  private Polygon joined(Polygon sliver, Polygon host) {
    Geometry both = CoverageUnion.union(factory.buildGeometry(List.of(sliver, host)));
    return (Polygon) both;
  }

  private List<Cell> numbered(List<Polygon> cells, Envelope bounds) {
    double side = Math.sqrt(aimSquareMetres);
    record Placed(long rowFromNorth, double west, Polygon cell) {}
    var placed = new ArrayList<Placed>();
    for (Polygon cell : cells) {
      Coordinate middle = cell.getCentroid().getCoordinate();
      long row = -(long) Math.floor((middle.y - bounds.getMinY()) / side);
      placed.add(new Placed(row, middle.x, cell));
    }
    placed.sort(Comparator.comparingLong(Placed::rowFromNorth).thenComparingDouble(Placed::west));
    var numbered = new ArrayList<Cell>();
    placed.forEach(
        each -> numbered.add(new Cell(numbered.size() + 1, counterclockwise(each.cell()))));
    return numbered;
  }

  /// As GeoJSON wants it, beginning at its first corner.
  private static Polygon counterclockwise(Polygon cell) {
    return (Polygon) cell.norm().reverse();
  }
}
