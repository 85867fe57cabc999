package org.citygrid.data.town;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A town as GeoJSON, in the words of the import API. Every collection says that it is synthetic.
public final class GeoJson {

  private static final String NOTE =
      "Synthetic: geometry, streets and components are generated from a seed. "
          + "Only names and codes of real divisions are real.";

  private final JsonMapper json;

  public GeoJson(JsonMapper json) {
    this.json = json;
  }

  public ObjectNode divisions(List<Town> towns) {
    return collection(
        towns.stream().flatMap(town -> town.divisions().stream()).distinct(), this::division);
  }

  public ObjectNode cells(List<Town> towns) {
    return collection(towns.stream().flatMap(town -> town.cells().stream()), this::cell);
  }

  public ObjectNode dutyGrids(List<Town> towns) {
    return collection(towns.stream().flatMap(town -> town.dutyGrids().stream()), this::dutyGrid);
  }

  public ObjectNode streets(List<Town> towns) {
    return collection(towns.stream().flatMap(town -> town.streets().stream()), this::street);
  }

  /// One feature on one line, without its line end.
  public String line(Component component) {
    ObjectNode properties = json.createObjectNode();
    properties
        .put("code", component.code())
        .put("classCode", component.classCode())
        .put("competentUnit", component.competentUnit())
        .put("ownerUnit", component.ownerUnit())
        .put("maintenanceUnit", component.maintenanceUnit())
        .put("spec", component.spec())
        .put("address", component.address())
        .put("state", component.state())
        .put("since", component.since().toString())
        .put("source", "generated")
        .put("synthetic", true);
    ArrayNode dimensions = properties.putArray("dimensions");
    for (var dimension : component.dimensions()) {
      dimensions
          .addObject()
          .put("name", dimension.name())
          .put("value", dimension.value())
          .put("unit", dimension.unit());
    }
    ObjectNode geometry = json.createObjectNode().put("type", "Point");
    geometry.putArray("coordinates").add(component.lon()).add(component.lat());
    return feature(geometry, properties).toString();
  }

  private <T> ObjectNode collection(Stream<T> things, Function<T, ObjectNode> toFeature) {
    ObjectNode collection = json.createObjectNode().put("type", "FeatureCollection");
    collection.put("synthetic", true).put("note", NOTE);
    ArrayNode features = collection.putArray("features");
    things.map(toFeature).forEach(features::add);
    return collection;
  }

  private ObjectNode division(Division division) {
    ObjectNode properties =
        json.createObjectNode()
            .put("code", division.code())
            .put("nameZh", division.nameZh())
            .put("nameEn", division.nameEn());
    if (division.parentCode() != null) {
      properties.put("parentCode", division.parentCode());
    }
    properties.put("synthetic", division.synthetic());
    Geometry boundary = division.boundary();
    return feature(boundary == null ? null : geometry(boundary), properties);
  }

  private ObjectNode cell(Cell cell) {
    return feature(
        geometry(cell.boundary()),
        json.createObjectNode()
            .put("code", cell.code())
            .put("divisionCode", cell.divisionCode())
            .put("dutyGridCode", cell.dutyGridCode())
            .put("areaSquareMetres", cell.areaSquareMetres())
            .put("landUse", cell.landUse())
            .put("managementLevel", cell.managementLevel()));
  }

  private ObjectNode dutyGrid(DutyGrid grid) {
    return feature(
        geometry(grid.boundary()),
        json.createObjectNode()
            .put("code", grid.code())
            .put("number", grid.number())
            .put("nameZh", grid.nameZh())
            .put("nameEn", grid.nameEn())
            .put("collector", grid.collector()));
  }

  private ObjectNode street(Street street) {
    ObjectNode line = json.createObjectNode().put("type", "LineString");
    positions(line.putArray("coordinates"), street.line());
    return feature(
        line, json.createObjectNode().put("name", street.name()).put("kind", street.kind()));
  }

  private ObjectNode feature(@Nullable ObjectNode geometry, ObjectNode properties) {
    ObjectNode feature = json.createObjectNode().put("type", "Feature");
    feature.set("geometry", geometry == null ? json.nullNode() : geometry);
    feature.set("properties", properties);
    return feature;
  }

  private ObjectNode geometry(Geometry geometry) {
    ObjectNode node = json.createObjectNode();
    if (geometry.getNumGeometries() == 1) {
      node.put("type", "Polygon");
      rings(node.putArray("coordinates"), (Polygon) geometry.getGeometryN(0));
      return node;
    }
    node.put("type", "MultiPolygon");
    ArrayNode polygons = node.putArray("coordinates");
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      rings(polygons.addArray(), (Polygon) geometry.getGeometryN(i));
    }
    return node;
  }

  private static void rings(ArrayNode array, Polygon polygon) {
    positions(array.addArray(), List.of(polygon.getExteriorRing().getCoordinates()));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      positions(array.addArray(), List.of(polygon.getInteriorRingN(i).getCoordinates()));
    }
  }

  private static void positions(ArrayNode array, List<Coordinate> coordinates) {
    for (Coordinate at : coordinates) {
      array.addArray().add(at.x).add(at.y);
    }
  }
}
