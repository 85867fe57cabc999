package org.citygrid.data.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import tools.jackson.databind.json.JsonMapper;

class MakingDaliTest {

  private static final TownPlan PLAN = TownSize.DALI.plans().getFirst();
  private static Town dali;
  private static List<Component> components;

  @BeforeAll
  static void makeDali() {
    dali = TownMaker.make(7, PLAN);
    components = componentsOf(dali);
  }

  @Test
  void the_same_seed_gives_the_same_bytes() throws Exception {
    assertThat(hash(TownMaker.make(7, PLAN))).isEqualTo(hash(dali));
  }

  @Test
  void another_seed_gives_another_town() throws Exception {
    assertThat(hash(TownMaker.make(8, PLAN))).isNotEqualTo(hash(dali));
  }

  @Test
  void cells_leave_no_gap_and_no_overlap() {
    Geometry[] cells = dali.cells().stream().map(Cell::boundary).toArray(Geometry[]::new);

    assertThat(CoverageValidator.isValid(cells)).isTrue();
    assertThat(CoverageUnion.union(cells)).isInstanceOf(Polygon.class);
    assertThat(((Polygon) CoverageUnion.union(cells)).getNumInteriorRing()).isZero();
  }

  @Test
  void the_town_measures_21_26_square_kilometres() {
    double area = dali.cells().stream().mapToDouble(Cell::areaSquareMetres).sum();

    assertThat(dali.cells()).hasSize(2_130);
    assertThat(area).isCloseTo(21_260_000, within(21_260.0));
  }

  @Test
  void a_cell_measures_about_10_000_square_metres() {
    assertThat(dali.cells())
        .allSatisfy(cell -> assertThat(cell.areaSquareMetres()).isBetween(5_000L, 17_000L));
  }

  @Test
  void cells_are_numbered_without_gap_inside_each_community() {
    assertThat(dali.cells())
        .extracting(Cell::code)
        .doesNotHaveDuplicates()
        .allMatch(c -> c.matches("\\d{15}"));
    var byCommunity = dali.cells().stream().collect(Collectors.groupingBy(Cell::divisionCode));
    assertThat(byCommunity).hasSize(43);
    byCommunity.forEach((community, cells) ->
        assertThat(cells)
            .extracting(Cell::code)
            .contains(community + "001", community + "%03d".formatted(cells.size())));
  }

  @Test
  void communities_and_duty_grids_are_in_one_piece() {
    assertThat(dali.divisions())
        .filteredOn(d -> d.code().length() == 12)
        .allMatch(d -> d.boundary() instanceof Polygon);
    assertThat(dali.dutyGrids()).hasSize(35).allMatch(g -> g.boundary() instanceof Polygon);
  }

  @Test
  void duty_grids_carry_about_the_same_load() {
    Map<String, String> gridOf =
        dali.cells().stream().collect(Collectors.toMap(Cell::code, Cell::dutyGridCode));
    var byGrid =
        components.stream()
            .collect(Collectors.groupingBy(c -> gridOf.get(c.cellCode()), Collectors.counting()));

    assertThat(byGrid.values()).allSatisfy(n -> assertThat(n).isBetween(2_100L, 3_700L));
  }

  @Test
  void there_are_about_98_000_components_with_a_code_each() {
    assertThat(components.size()).isBetween(97_000, 99_000);
    var codes = components.stream().map(Component::code).collect(Collectors.toSet());
    assertThat(codes.size()).isEqualTo(components.size());
    assertThat(codes.stream().allMatch(code -> code.matches("440605\\d{10}"))).isTrue();
  }

  @Test
  void every_component_stands_in_its_cell_and_in_no_other() {
    var shapes = new GeometryFactory();
    var index = new STRtree();
    dali.cells().forEach(cell -> index.insert(cell.boundary().getEnvelopeInternal(), cell));

    List<String> misplaced = new ArrayList<>();
    for (Component component : components) {
      var at = new Coordinate(component.lon(), component.lat());
      List<String> found = new ArrayList<>();
      for (Object candidate : index.query(new Envelope(at))) {
        if (((Cell) candidate).boundary().contains(shapes.createPoint(at))) {
          found.add(((Cell) candidate).code());
        }
      }
      if (!found.equals(List.of(component.cellCode()))) {
        misplaced.add(component.code() + " " + found);
      }
    }

    assertThat(misplaced).isEmpty();
  }

  @Test
  void it_lies_where_dali_lies() {
    var extent = dali.divisions().get(1).boundary().getEnvelopeInternal();

    assertThat(extent.getMinX()).isGreaterThan(113.06);
    assertThat(extent.getMaxX()).isLessThan(113.14);
    assertThat(extent.getMinY()).isGreaterThan(23.07);
    assertThat(extent.getMaxY()).isLessThan(23.14);
  }

  private static List<Component> componentsOf(Town town) {
    List<Component> all = new ArrayList<>();
    town.forEachComponent(new Sequences(), all::add);
    return all;
  }

  private static String hash(Town town) throws Exception {
    var geoJson = new GeoJson(JsonMapper.shared());
    var digest = MessageDigest.getInstance("SHA-256");
    var towns = List.of(town);
    for (var part :
        List.of(
            geoJson.divisions(towns),
            geoJson.cells(towns),
            geoJson.dutyGrids(towns),
            geoJson.streets(towns))) {
      digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
    }
    town.forEachComponent(
        new Sequences(),
        component -> digest.update(geoJson.line(component).getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }
}
