package org.citygrid.ogc.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygrid.ogc.OgcCollection;
import org.citygrid.ogc.Property;
import org.citygrid.ogc.web.Link;
import org.citygrid.ogc.web.Visit;

/// This API as an OpenAPI 3.0 document, with the parameters of each collection.
final class ApiDocument {
  Map<String, Object> of(Visit visit, List<OgcCollection> collections) {
    var paths = new LinkedHashMap<String, Object>();
    paths.put("/", get("landing", visit.word("首页", "Landing page"), List.of(), Link.JSON));
    paths.put(
        "/conformance",
        get("conformance", visit.word("符合的规范", "Conformance classes"), List.of(), Link.JSON));
    paths.put(
        "/collections", get("collections", visit.word("数据集", "Collections"), List.of(), Link.JSON));
    for (OgcCollection collection : collections) {
      addCollection(paths, visit, collection);
    }
    addTiles(paths, visit);
    var document = new LinkedHashMap<String, Object>();
    document.put("openapi", "3.0.3");
    document.put(
        "info", Map.of("title", visit.word("城市网格数据服务", "CityGrid geodata"), "version", "1.0.0"));
    document.put("servers", List.of(Map.of("url", visit.at("/ogc"))));
    document.put("paths", paths);
    return document;
  }

  private static void addCollection(
      Map<String, Object> paths, Visit visit, OgcCollection collection) {
    String path = "/collections/" + collection.id();
    String title = visit.word(collection.title());
    paths.put(path, get(collection.id(), title, List.of(), Link.JSON));
    paths.put(
        path + "/queryables",
        get(
            collection.id() + ".queryables",
            title + visit.word("：可查询的属性", ": queryables"),
            List.of(),
            Link.SCHEMA));
    paths.put(
        path + "/items",
        get(
            collection.id() + ".items",
            title + visit.word("：要素", ": features"),
            itemParameters(visit, collection),
            Link.GEOJSON));
    paths.put(
        path + "/items/{featureId}",
        get(
            collection.id() + ".item",
            title + visit.word("：一个要素", ": one feature"),
            List.of(path("featureId"), query("crs", Map.of("type", "string", "format", "uri"))),
            Link.GEOJSON));
  }

  private static void addTiles(Map<String, Object> paths, Visit visit) {
    paths.put("/tiles", get("tiles", visit.word("瓦片集", "Tilesets"), List.of(), Link.JSON));
    paths.put(
        "/collections/{collectionId}/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}",
        get(
            "tile",
            visit.word("矢量瓦片", "Vector tile"),
            List.of(path("collectionId"), path("tileMatrix"), path("tileRow"), path("tileCol")),
            Link.MVT));
  }

  private static List<Object> itemParameters(Visit visit, OgcCollection collection) {
    var parameters = new ArrayList<Object>();
    parameters.add(
        query(
            "limit",
            Map.of(
                "type",
                "integer",
                "minimum",
                1,
                "maximum",
                Question.MOST,
                "default",
                Question.DEFAULT_LIMIT)));
    parameters.add(query("cursor", Map.of("type", "string")));
    parameters.add(list("bbox"));
    for (String crs : List.of("bbox-crs", "crs", "filter-crs")) {
      parameters.add(query(crs, Map.of("type", "string", "enum", Documents.systems())));
    }
    parameters.add(query("datetime", Map.of("type", "string")));
    parameters.add(query("filter", Map.of("type", "string")));
    parameters.add(
        query("filter-lang", Map.of("type", "string", "enum", List.of("cql2-text", "cql2-json"))));
    parameters.add(query("lang", Map.of("type", "string", "enum", List.of("zh", "en"))));
    parameters.add(
        query(
            "f",
            Map.of(
                "type",
                "string",
                "enum",
                List.of("json", "html", "geojson", "geojsonseq", "csv", "gpkg", "shp", "xlsx"))));
    for (Property property : collection.properties()) {
      if (property.type() != Property.Type.JSON) {
        parameters.add(
            query(
                property.name(), Map.of("type", "string", "title", visit.word(property.title()))));
      }
    }
    return parameters;
  }

  private static Map<String, Object> query(String name, Map<String, Object> schema) {
    return Map.of("name", name, "in", "query", "required", false, "schema", schema);
  }

  private static Map<String, Object> list(String name) {
    return Map.of(
        "name",
        name,
        "in",
        "query",
        "required",
        false,
        "style",
        "form",
        "explode",
        false,
        "schema",
        Map.of("type", "array", "minItems", 4, "maxItems", 6, "items", Map.of("type", "number")));
  }

  private static Map<String, Object> path(String name) {
    return Map.of("name", name, "in", "path", "required", true, "schema", Map.of("type", "string"));
  }

  private static Map<String, Object> get(
      String id, String summary, List<?> parameters, String type) {
    var operation = new LinkedHashMap<String, Object>();
    operation.put("operationId", id);
    operation.put("summary", summary);
    operation.put("parameters", parameters);
    operation.put(
        "responses",
        Map.of(
            "200",
            Map.of("description", summary, "content", Map.of(type, Map.of("schema", Map.of()))),
            "400",
            Map.of(
                "description",
                "validation",
                "content",
                Map.of("application/problem+json", Map.of("schema", Map.of("type", "object"))))));
    return Map.of("get", operation);
  }
}
