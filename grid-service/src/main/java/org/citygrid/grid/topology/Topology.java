package org.citygrid.grid.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.citygrid.geo.LonLat;
import org.citygrid.grid.Cell;
import org.citygrid.grid.Division;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.DutyGrid;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.place.Atlas;
import org.citygrid.grid.place.PlaneMetres;
import org.citygrid.grid.place.Tract;
import org.citygrid.grid.topology.Fault.Kind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/// Looks a piece of land over. Pure, and made for forty thousand cells: most lie edge to edge with
/// common corners, which one sweep confirms; only the others are laid over each other.
final class Topology {
  private static final double TOUCHING_METRES = 0.05;
  private static final double SAME_OUTLINE = 0.001;

  private final double tolerance;
  private final PlaneMetres metres;
  private final List<Piece<Cell>> cells;
  private final List<Piece<Division>> divisions;
  private final List<Tract<DutyGrid>> dutyGrids;
  private final Set<Integer> doubtful = new HashSet<>();
  private final List<Fault> faults = new ArrayList<>();

  /// Land laid out flat, in metres.
  ///
  /// @param valid false: its outline was mended as well as possible so that checking can go on
  private record Piece<T>(T land, Geometry flat, boolean valid) {}

  private Topology(Atlas atlas, String division, double tolerance) {
    this.tolerance = tolerance;
    Collection<Tract<Cell>> cellTracts = atlas.listCells(division);
    List<Tract<Division>> divisionTracts = atlas.listDivisions(division);
    metres = new PlaneMetres(middle(cellTracts, divisionTracts));
    cells = flat(cellTracts, Cell::code);
    divisions = flat(divisionTracts, Division::code);
    dutyGrids = atlas.listDutyGrids(division.length() > 9 ? division.substring(0, 9) : division);
    for (Tract<Division> tract : divisionTracts) {
      if (tract.boundary() == null && isCommunity(tract.land())) {
        faults.add(
            new Fault(Kind.NO_OUTLINE, List.of(tract.land().code().value()), null, null, null));
      }
    }
    this.wholeTowns = division.length() <= 9;
  }

  private final boolean wholeTowns;

  /// @param division a code or its beginning; empty for all
  /// @param tolerance square metres up to which gaps and overlaps are not told
  static List<Fault> check(Atlas atlas, String division, double tolerance) {
    var topology = new Topology(atlas, division, tolerance);
    topology.divisions();
    topology.cells();
    topology.communities();
    if (topology.wholeTowns) {
      topology.dutyGrids();
    }
    topology.faults.sort(
        Comparator.comparing(Fault::kind)
            .thenComparing(
                fault -> fault.areaSquareMetres() == null ? 0 : -fault.areaSquareMetres())
            .thenComparing(fault -> String.join(",", fault.codes())));
    return topology.faults;
  }

  private void divisions() {
    List<Piece<Division>> communities =
        divisions.stream().filter(piece -> isCommunity(piece.land())).toList();
    var tree = new STRtree();
    for (int i = 0; i < communities.size(); i++) {
      tree.insert(communities.get(i).flat().getEnvelopeInternal(), i);
    }
    for (int i = 0; i < communities.size(); i++) {
      Piece<Division> one = communities.get(i);
      for (Object found : tree.query(one.flat().getEnvelopeInternal())) {
        int j = (Integer) found;
        if (j > i) {
          overlap(
              Kind.DIVISION_OVERLAP,
              one.land().code(),
              one.flat(),
              communities.get(j).land().code(),
              communities.get(j).flat());
        }
      }
    }
    for (Piece<Division> town : divisions) {
      DivisionCode code = town.land().code();
      List<Geometry> inside =
          communities.stream()
              .filter(piece -> code.contains(piece.land().code()))
              .map(Piece::flat)
              .toList();
      if (code.level() == DivisionCode.Level.TOWN && !inside.isEmpty()) {
        parts(
            Kind.DIVISION_GAP,
            List.of(code.value()),
            difference(town.flat(), OverlayNGRobust.union(inside)));
      }
    }
  }

  private void cells() {
    Geometry[] shapes = cells.stream().map(Piece::flat).toArray(Geometry[]::new);
    @Nullable Geometry[] edges = CoverageValidator.validate(shapes);
    var tree = new STRtree();
    for (int i = 0; i < shapes.length; i++) {
      tree.insert(shapes[i].getEnvelopeInternal(), i);
      if (edges[i] != null || !cells.get(i).valid()) {
        doubtful.add(i);
      }
    }
    for (int i : doubtful) {
      for (Object found : tree.query(shapes[i].getEnvelopeInternal())) {
        int j = (Integer) found;
        if (j > i || (j < i && !doubtful.contains(j))) {
          overlap(
              Kind.OVERLAP,
              cells.get(Math.min(i, j)).land().code(),
              shapes[Math.min(i, j)],
              cells.get(Math.max(i, j)).land().code(),
              shapes[Math.max(i, j)]);
        }
      }
    }
    for (Piece<Cell> cell : cells) {
      if (cell.valid() && cell.flat().getNumGeometries() > 1) {
        add(Kind.MULTIPART, List.of(cell.land().code().value()), cell.flat());
      }
    }
  }

  private void communities() {
    Map<DivisionCode, List<Integer>> inside = new TreeMap<>();
    for (int i = 0; i < cells.size(); i++) {
      inside.computeIfAbsent(cells.get(i).land().divisionCode(), it -> new ArrayList<>()).add(i);
    }
    Set<DivisionCode> known = new HashSet<>();
    for (Piece<Division> piece : divisions) {
      DivisionCode code = piece.land().code();
      if (!isCommunity(piece.land())) {
        continue;
      }
      known.add(code);
      List<Integer> members = inside.get(code);
      if (members == null) {
        add(Kind.NOT_COVERED, List.of(code.value()), piece.flat());
        continue;
      }
      Geometry covered = union(members);
      Geometry bare = difference(piece.flat(), covered);
      parts(Kind.GAP, List.of(code.value()), bare);
      if (covered.getArea() - (piece.flat().getArea() - bare.getArea()) > tolerance) {
        for (int i : members) {
          Piece<Cell> cell = cells.get(i);
          Geometry out = difference(cell.flat(), piece.flat());
          if (out.getArea() > tolerance) {
            add(Kind.OUTSIDE, List.of(cell.land().code().value(), code.value()), out);
          }
        }
      }
    }
    faults.stream()
        .filter(fault -> fault.kind() == Kind.NO_OUTLINE)
        .forEach(fault -> known.add(new DivisionCode(fault.codes().getFirst())));
    inside.forEach((code, members) -> {
      if (!known.contains(code)) {
        add(Kind.UNKNOWN_COMMUNITY, codes(members), union(members));
      }
    });
  }

  private void dutyGrids() {
    Map<DutyGridCode, List<Integer>> walked = new HashMap<>();
    Map<DivisionCode, List<Integer>> free = new TreeMap<>();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i).land();
      DutyGridCode walk = cell.dutyGridCode();
      if (walk == null) {
        free.computeIfAbsent(cell.divisionCode(), it -> new ArrayList<>()).add(i);
      } else {
        walked.computeIfAbsent(walk, it -> new ArrayList<>()).add(i);
      }
    }
    for (Tract<DutyGrid> tract : dutyGrids) {
      List<Integer> members = walked.remove(tract.land().code());
      if (members == null) {
        Geometry outline = tract.boundary();
        add(
            Kind.EMPTY_GRID,
            List.of(tract.land().code().value()),
            outline == null ? null : metres.flat(outline));
      } else {
        dutyGrid(tract, members);
      }
    }
    walked.forEach((code, members) -> {
      var codes = new ArrayList<>(List.of(code.value()));
      codes.addAll(codes(members));
      add(Kind.UNKNOWN_GRID, codes, union(members));
    });
    free.forEach((community, members) -> add(Kind.NO_GRID, codes(members), union(members)));
  }

  private void dutyGrid(Tract<DutyGrid> tract, List<Integer> members) {
    DutyGridCode code = tract.land().code();
    for (int i : members) {
      if (!code.town().contains(cells.get(i).land().divisionCode())) {
        add(
            Kind.OTHER_TOWN,
            List.of(code.value(), cells.get(i).land().code().value()),
            cells.get(i).flat());
      }
    }
    Geometry whole = union(members);
    if (whole.getNumGeometries() > 1) {
      // Hairlines between cells close, and cells that meet at a corner only come apart.
      Geometry touching = whole.buffer(TOUCHING_METRES).buffer(-2 * TOUCHING_METRES);
      if (touching.getNumGeometries() > 1) {
        int largest = 0;
        for (int i = 1; i < touching.getNumGeometries(); i++) {
          if (touching.getGeometryN(i).getArea() > touching.getGeometryN(largest).getArea()) {
            largest = i;
          }
        }
        add(
            Kind.NOT_CONNECTED,
            List.of(code.value()),
            difference(whole, touching.getGeometryN(largest).buffer(2 * TOUCHING_METRES)));
      }
    }
    Geometry outline = tract.boundary();
    if (outline != null) {
      Geometry flat = metres.flat(outline);
      Geometry other =
          OverlayNGRobust.overlay(
              flat.isValid() ? flat : flat.buffer(0), whole, OverlayNG.SYMDIFFERENCE);
      if (other.getArea() > Math.max(tolerance, SAME_OUTLINE * whole.getArea())) {
        add(Kind.OUTLINE, List.of(code.value()), other);
      }
    }
  }

  private Geometry union(List<Integer> members) {
    Geometry[] shapes = members.stream().map(i -> cells.get(i).flat()).toArray(Geometry[]::new);
    return members.stream().noneMatch(doubtful::contains)
        ? CoverageUnion.union(shapes)
        : OverlayNGRobust.union(List.of(shapes));
  }

  private void overlap(Kind kind, Object one, Geometry first, Object other, Geometry second) {
    Geometry common = polygons(OverlayNGRobust.overlay(first, second, OverlayNG.INTERSECTION));
    if (common.getArea() > tolerance) {
      add(kind, List.of(one.toString(), other.toString()), common);
    }
  }

  private void parts(Kind kind, List<String> codes, Geometry shape) {
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Geometry part = shape.getGeometryN(i);
      if (part instanceof Polygonal && part.getArea() > tolerance) {
        add(kind, codes, part);
      }
    }
  }

  private static Geometry difference(Geometry of, Geometry without) {
    return OverlayNGRobust.overlay(of, without, OverlayNG.DIFFERENCE);
  }

  private static Geometry polygons(Geometry mixed) {
    if (mixed instanceof Polygonal) {
      return mixed;
    }
    var found = new ArrayList<Geometry>();
    for (int i = 0; i < mixed.getNumGeometries(); i++) {
      if (mixed.getGeometryN(i) instanceof Polygonal) {
        found.add(mixed.getGeometryN(i));
      }
    }
    GeometryFactory factory = mixed.getFactory();
    return found.isEmpty() ? factory.createPolygon() : factory.buildGeometry(found);
  }

  private void add(Kind kind, List<String> codes, @Nullable Geometry flat) {
    if (flat == null || flat.isEmpty()) {
      faults.add(new Fault(kind, codes, null, null, null));
      return;
    }
    Geometry shape = metres.degrees(flat);
    Point inside = shape.getInteriorPoint();
    faults.add(
        new Fault(
            kind,
            codes,
            Math.round(metres.area(flat, inside.getY()) * 100) / 100.0,
            new LonLat(inside.getX(), inside.getY()),
            shape));
  }

  private <T> List<Piece<T>> flat(
      Collection<Tract<T>> tracts, java.util.function.Function<T, Object> code) {
    var pieces = new ArrayList<Piece<T>>(tracts.size());
    for (Tract<T> tract : tracts) {
      Geometry boundary = tract.boundary();
      if (boundary == null || boundary.isEmpty()) {
        continue;
      }
      Geometry flat = single(metres.flat(boundary));
      boolean valid = flat.isValid();
      if (!valid) {
        Geometry mended = flat.buffer(0);
        add(Kind.INVALID, List.of(code.apply(tract.land()).toString()), mended);
        flat = mended;
      }
      pieces.add(new Piece<>(tract.land(), flat, valid));
    }
    return pieces;
  }

  private static Geometry single(Geometry geometry) {
    return geometry.getNumGeometries() == 1 ? geometry.getGeometryN(0) : geometry;
  }

  private List<String> codes(List<Integer> members) {
    return members.stream().map(i -> cells.get(i).land().code().value()).toList();
  }

  private static boolean isCommunity(Division division) {
    return division.code().level() == DivisionCode.Level.COMMUNITY;
  }

  private static double middle(Collection<Tract<Cell>> cells, List<Tract<Division>> divisions) {
    var box = new Envelope();
    for (Tract<Division> tract : divisions) {
      Geometry boundary = tract.boundary();
      if (boundary != null) {
        box.expandToInclude(boundary.getEnvelopeInternal());
      }
    }
    for (Tract<Cell> tract : cells) {
      Geometry boundary = tract.boundary();
      if (boundary != null) {
        box.expandToInclude(boundary.getEnvelopeInternal());
      }
    }
    return box.isNull() ? 0 : box.centre().y;
  }
}
