package org.citygrid.grid.cutting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.citygrid.grid.Division;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.cutting.Cutting.Cut;
import org.citygrid.grid.place.Atlas;
import org.citygrid.grid.place.PlaneMetres;
import org.citygrid.grid.place.Tract;
import org.citygrid.platform.text.LocalText;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/// Random communities about one kilometre wide: a star-shaped outline cut in two by a crooked line.
class CuttingCommunitiesTest {
  private static final LocalText NAME = new LocalText("名", "name");
  private static final DivisionCode TOWN = new DivisionCode("440605125");
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double LON = 113.1;
  private static final double LAT = 23.1;

  @RepeatedTest(12)
  void cells_fill_their_community_without_overlap_in_the_order_of_their_codes(
      RepetitionInfo round) {
    var random = new Random(round.getCurrentRepetition());
    double size = 2_500 + random.nextInt(10) * 2_000;
    List<Tract<Division>> town = town(random);

    var cut =
        (Cut.Cells) Cutting.cut(new Atlas(1, town, List.of(), List.of(), List.of()), TOWN, size);

    var plane = new PlaneMetres(LAT);
    var all = new ArrayList<Geometry>();
    for (Tract<Division> community : town) {
      List<NewCell> cells = cut.cells().get(community.land());
      Geometry land = plane.flat(community.boundary());
      Geometry[] shapes =
          cells.stream().map(cell -> plane.flat(cell.boundary())).toArray(Geometry[]::new);
      assertThat(CoverageUnion.union(shapes).symDifference(land).getArea())
          .isCloseTo(0, within(1.0));
      assertThat(cells).allSatisfy(cell -> assertThat(cell.boundary().getNumGeometries()).isOne());
      assertThat(cells).extracting(cell -> cell.code().value()).isSorted();
      assertThat(cells.getFirst().code().value()).endsWith("001");
      assertThat(cells.getLast().code().value()).endsWith("%03d".formatted(cells.size()));
      assertInOrder(cells, plane, Math.sqrt(size));
      all.addAll(List.of(shapes));
    }
    assertThat(CoverageValidator.isValid(all.toArray(Geometry[]::new))).isTrue();
  }

  @Test
  void more_than_999_cells_are_too_many_and_the_size_that_would_do_is_told() {
    Geometry land =
        FACTORY.toGeometry(new org.locationtech.jts.geom.Envelope(113, 113.03, 23, 23.03));
    var town = List.of(new Tract<>(community("440605125001"), land));
    var atlas = new Atlas(1, town, List.of(), List.of(), List.of());

    var refused = (Cut.TooMany) Cutting.cut(atlas, TOWN, 5_000);

    assertThat(refused.needed()).containsOnlyKeys(town.getFirst().land());
    assertThat(refused.leastSquareMetres()).isBetween(10_000.0, 11_500.0);
    assertThat(Cutting.cut(atlas, TOWN, refused.leastSquareMetres())).isInstanceOf(Cut.Cells.class);
  }

  @Test
  void without_outlines_there_is_nothing_to_cut() {
    var town = List.of(new Tract<>(community("440605125001"), null));

    assertThat(Cutting.cut(new Atlas(1, town, List.of(), List.of(), List.of()), TOWN, 10_000))
        .isEqualTo(new Cut.NothingToCut());
  }

  /// Rows from north to south; within a row from west to east.
  private static void assertInOrder(List<NewCell> cells, PlaneMetres plane, double side) {
    Point before = null;
    for (NewCell cell : cells) {
      Point middle = plane.flat(cell.boundary()).getCentroid();
      if (before != null) {
        boolean nextRow = middle.getY() < before.getY();
        boolean sameRow = middle.getX() > before.getX();
        assertThat(nextRow || sameRow).as("%s", cell.code()).isTrue();
        assertThat(middle.getY() - before.getY()).isLessThan(side);
      }
      before = middle;
    }
  }

  private static List<Tract<Division>> town(Random random) {
    Coordinate[] rim = new Coordinate[16];
    for (int i = 0; i < rim.length; i++) {
      double turn = 2 * Math.PI * i / rim.length;
      double reach = 0.003 + random.nextDouble() * 0.003;
      rim[i] = new Coordinate(LON + reach * Math.cos(turn), LAT + reach * Math.sin(turn));
    }
    var middle = new Coordinate(LON, LAT);
    var bend = new Coordinate(LON + 0.0005, LAT + 0.0005 * random.nextDouble());
    return List.of(
        new Tract<>(community("440605125001"), half(rim, 0, 8, middle, bend)),
        new Tract<>(community("440605125002"), half(rim, 8, 16, bend, middle)));
  }

  private static Geometry half(
      Coordinate[] rim, int from, int to, Coordinate first, Coordinate second) {
    var ring = new ArrayList<Coordinate>();
    for (int i = from; i <= to; i++) {
      ring.add(rim[i % rim.length].copy());
    }
    if (from == 0) {
      ring.add(first.copy());
    } else {
      ring.add(second.copy());
    }
    ring.add(ring.getFirst().copy());
    return FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
  }

  private static Division community(String code) {
    return new Division(new DivisionCode(code), NAME, false, null);
  }
}
