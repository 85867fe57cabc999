package org.citygrid.ogc.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citygrid.ogc.OgcCollection;
import org.citygrid.ogc.Property;
import org.citygrid.ogc.TileLayer;
import org.citygrid.ogc.web.Link;
import org.citygrid.ogc.web.Visit;
import org.jspecify.annotations.Nullable;

/// The documents that describe what there is: landing page, conformance, collections, queryables.
final class Documents {
  private static final String FEATURES = "http://www.opengis.net/spec/ogcapi-features-";
  private static final String CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/";
  private static final String TILES = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";
  private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/";

  /// Claimed only where every test of the class is met.
  private static final List<String> CONFORMS_TO =
      Stream.of(
              Stream.of("core", "oas30", "html", "geojson")
                  .map(it -> FEATURES + "1/1.0/conf/" + it),
              Stream.of(FEATURES + "2/1.0/conf/crs"),
              Stream.of("queryables", "queryables-query-parameters", "filter", "features-filter")
                  .map(it -> FEATURES + "3/1.0/conf/" + it),
              Stream.of(
                      "cql2-text",
                      "cql2-json",
                      "basic-cql2",
                      "advanced-comparison-operators",
                      "case-insensitive-comparison",
                      "basic-spatial-functions",
                      "basic-spatial-functions-plus",
                      "spatial-functions",
                      "temporal-functions",
                      "arithmetic",
                      "property-property")
                  .map(CQL2::concat),
              Stream.of("core", "tileset", "tilesets-list", "geodata-tilesets", "mvt")
                  .map(TILES::concat),
              Stream.of("core", "landing-page", "json", "html", "oas30")
                  .map("http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/"::concat))
          .flatMap(it -> it)
          .toList();

  private final Facts facts;
  private final List<TileLayer> tiles;

  Documents(Facts facts, List<TileLayer> tiles) {
    this.facts = facts;
    this.tiles = tiles;
  }

  record Landing(String title, String description, List<Link> links) {}

  Landing landing(Visit visit) {
    var links = new ArrayList<>(visit.selfAndAlternate(Link.JSON));
    links.add(
        Link.of(
            "service-desc",
            Link.OPENAPI,
            visit.at("/ogc/api"),
            visit.word("接口定义", "API definition")));
    links.add(
        Link.of(
            "service-doc",
            Link.HTML,
            visit.at("/ogc/api?f=html"),
            visit.word("接口说明", "How to use this API")));
    links.add(
        Link.of(
            "conformance",
            Link.JSON,
            visit.at("/ogc/conformance"),
            visit.word("符合的规范", "Conformance classes")));
    links.add(
        Link.of("data", Link.JSON, visit.at("/ogc/collections"), visit.word("数据集", "Collections")));
    links.add(
        Link.of(
            REL + "tilesets-vector",
            Link.JSON,
            visit.at("/ogc/tiles"),
            visit.word("矢量瓦片", "Vector tiles")));
    links.add(
        Link.of(
            REL + "tiling-schemes",
            Link.JSON,
            visit.at("/ogc/tileMatrixSets"),
            visit.word("瓦片矩阵集", "Tile matrix sets")));
    return new Landing(
        visit.word("城市网格数据服务", "CityGrid geodata"),
        visit.word(
            "部件、单元网格、责任网格、区划与案件，供地理信息软件读取（OGC API）。",
            "Components, unit grids, duty grids, divisions and cases for GIS programs (OGC API)."),
        links);
  }

  record Conformance(List<String> conformsTo) {}

  Conformance conformance() {
    return new Conformance(CONFORMS_TO);
  }

  record Extent(Spatial spatial, @Nullable Temporal temporal) {}

  record Spatial(List<List<Double>> bbox, String crs) {}

  record Temporal(List<List<@Nullable String>> interval) {}

  record Described(
      String id,
      String title,
      String description,
      @Nullable Extent extent,
      String itemType,
      List<String> crs,
      List<Link> links) {}

  record Listed(List<Link> links, List<Described> collections, List<String> crs) {}

  Listed collections(Visit visit, List<OgcCollection> collections) {
    return new Listed(
        visit.selfAndAlternate(Link.JSON),
        collections.stream().map(one -> describe(visit, one, false)).toList(),
        systems());
  }

  Described collection(Visit visit, OgcCollection collection) {
    return describe(visit, collection, true);
  }

  private Described describe(Visit visit, OgcCollection collection, boolean alone) {
    var links = new ArrayList<Link>();
    String here = "/ogc/collections/" + collection.id();
    if (alone) {
      links.addAll(visit.selfAndAlternate(Link.JSON));
    } else {
      links.add(Link.of("self", Link.JSON, visit.at(here), visit.word(collection.title())));
    }
    links.add(Link.of("items", Link.GEOJSON, visit.at(here + "/items?f=json"), "GeoJSON"));
    links.add(Link.of("items", Link.HTML, visit.at(here + "/items?f=html"), "HTML"));
    links.add(
        Link.of(
            REL + "queryables",
            Link.SCHEMA,
            visit.at(here + "/queryables"),
            visit.word("可查询的属性", "Queryables")));
    for (FileForm form : FileForm.values()) {
      links.add(
          Link.of(
              "enclosure",
              form.format().mediaType(),
              visit.at(here + "/items?f=" + form.parameter()),
              visit.word("全部下载：", "Download all: ") + form.title()));
    }
    if (tiles.stream().anyMatch(layer -> layer.id().equals(collection.id()))) {
      links.add(
          Link.of(
              REL + "tilesets-vector",
              Link.JSON,
              visit.at(here + "/tiles"),
              visit.word("矢量瓦片", "Vector tiles")));
    }
    return new Described(
        collection.id(),
        visit.word(collection.title()),
        visit.word(collection.description()),
        extent(collection),
        "feature",
        systems(),
        links);
  }

  private @Nullable Extent extent(OgcCollection collection) {
    return facts
        .extent(collection.id(), collection.extent())
        .map(box ->
            new Extent(
                new Spatial(List.of(box), Crs.CRS84.uri()),
                collection.from() == null ? null : always()))
        .orElse(null);
  }

  private static Temporal always() {
    var open = new ArrayList<@Nullable String>();
    open.add(null);
    open.add(null);
    return new Temporal(List.of(open));
  }

  static List<String> systems() {
    return Stream.of(Crs.values()).map(Crs::uri).toList();
  }

  Map<String, Object> queryables(Visit visit, OgcCollection collection) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put(
        Question.GEOMETRY,
        Map.of(
            "title",
            visit.word("几何", "Geometry"),
            "x-ogc-role",
            "primary-geometry",
            "format",
            "geometry-" + geometryFormat(collection)));
    for (Property property : collection.properties()) {
      if (property.type() != Property.Type.JSON) {
        properties.put(property.name(), schema(visit, collection, property));
      }
    }
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", visit.at("/ogc/collections/" + collection.id() + "/queryables"));
    schema.put("type", "object");
    schema.put("title", visit.word(collection.title()));
    schema.put("description", visit.word(collection.description()));
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    return schema;
  }

  private static String geometryFormat(OgcCollection collection) {
    String type = collection.geometryType().toLowerCase(java.util.Locale.ROOT);
    return type.equals("geometry") ? "any" : type;
  }

  private static Map<String, Object> schema(
      Visit visit, OgcCollection collection, Property property) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("title", visit.word(property.title()));
    schema.put("type", jsonType(property));
    switch (property.type()) {
      case DATE -> schema.put("format", "date");
      case INSTANT -> schema.put("format", "date-time");
      case UUID -> schema.put("format", "uuid");
      default -> {}
    }
    if (!property.values().isEmpty()) {
      schema.put("enum", property.values());
    }
    if (property.unit() != null) {
      schema.put("x-ogc-unit", property.unit());
    }
    if (property.name().equals(collection.key())) {
      schema.put("x-ogc-role", "id");
    }
    return schema;
  }

  private static String jsonType(Property property) {
    return switch (property.type()) {
      case INTEGER -> "integer";
      case DECIMAL -> "number";
      case BOOLEAN -> "boolean";
      case TEXT, UUID, DATE, INSTANT -> "string";
      case JSON -> "array";
    };
  }
}
