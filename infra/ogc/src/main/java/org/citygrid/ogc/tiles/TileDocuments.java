package org.citygrid.ogc.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.citygrid.ogc.Collections;
import org.citygrid.ogc.TileLayer;
import org.citygrid.ogc.features.Facts;
import org.citygrid.ogc.web.Link;
import org.citygrid.ogc.web.Visit;

/// Describes tile layers: TileJSON, tilesets, and the one tile matrix set there is.
final class TileDocuments {
  static final String MATRIX_SET = "WebMercatorQuad";

  private static final String MATRIX_SET_URI =
      "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
  private static final String MERCATOR = "http://www.opengis.net/def/crs/EPSG/0/3857";
  private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/";
  private static final double HALF = 20037508.342789244;
  private static final double FIRST_SCALE = 559082264.0287178;
  private static final int DEEPEST = 22;

  private final List<TileLayer> layers;
  private final Collections collections;
  private final Facts facts;

  TileDocuments(List<TileLayer> layers, Collections collections, Facts facts) {
    this.layers = layers;
    this.collections = collections;
    this.facts = facts;
  }

  Optional<TileLayer> find(String id) {
    return layers.stream().filter(layer -> layer.id().equals(id)).findFirst();
  }

  /// A layer that is also a collection.
  Optional<TileLayer> findOfCollection(String id) {
    return collections.find(id, null).flatMap(_ -> find(id));
  }

  record VectorLayer(String id, int minzoom, int maxzoom, Map<String, String> fields) {}

  record TileJson(
      String tilejson,
      String name,
      List<String> tiles,
      String scheme,
      int minzoom,
      int maxzoom,
      List<Double> bounds,
      List<VectorLayer> vector_layers) {}

  TileJson tileJson(Visit visit, TileLayer layer) {
    return new TileJson(
        "3.0.0",
        visit.word(layer.title()),
        List.of(visit.at("/tiles/" + layer.id() + "/{z}/{x}/{y}.mvt")),
        "xyz",
        layer.minZoom(),
        layer.maxZoom(),
        extent(layer).orElse(List.of(-180.0, -85.05112877980659, 180.0, 85.05112877980659)),
        layer.layers().stream()
            .map(it -> new VectorLayer(it.id(), it.minZoom(), it.maxZoom(), it.fields()))
            .toList());
  }

  Map<String, Object> all(Visit visit) {
    return list(
        visit, layers.stream().filter(it -> findOfCollection(it.id()).isPresent()).toList());
  }

  Map<String, Object> ofCollection(Visit visit, TileLayer layer) {
    return list(visit, List.of(layer));
  }

  private Map<String, Object> list(Visit visit, List<TileLayer> shown) {
    var document = new LinkedHashMap<String, Object>();
    document.put("links", visit.selfAndAlternate(Link.JSON));
    document.put("tilesets", shown.stream().map(it -> brief(visit, it)).toList());
    return document;
  }

  private Map<String, Object> brief(Visit visit, TileLayer layer) {
    var set = head(visit, layer);
    set.put(
        "links",
        List.of(
            Link.of("self", Link.JSON, visit.at(address(layer)), visit.word(layer.title())),
            scheme(visit)));
    return set;
  }

  Map<String, Object> tileSet(Visit visit, TileLayer layer) {
    var set = head(visit, layer);
    var links = new ArrayList<>(visit.selfAndAlternate(Link.JSON));
    links.add(scheme(visit));
    links.add(
        Link.template(
            "item",
            Link.MVT,
            visit.at(address(layer) + "/{tileMatrix}/{tileRow}/{tileCol}"),
            "Mapbox vector tiles"));
    links.add(
        Link.of("describedby", Link.JSON, visit.at("/tiles/" + layer.id() + ".json"), "TileJSON"));
    links.add(
        Link.of(
            REL + "geodata",
            Link.JSON,
            visit.at("/ogc/collections/" + layer.id()),
            visit.word(layer.title())));
    set.put("links", links);
    set.put(
        "layers",
        layer.layers().stream()
            .map(it ->
                Map.of(
                    "id",
                    it.id(),
                    "dataType",
                    "vector",
                    "minTileMatrix",
                    String.valueOf(it.minZoom()),
                    "maxTileMatrix",
                    String.valueOf(it.maxZoom()),
                    "propertiesSchema",
                    Map.of("type", "object", "properties", properties(it))))
            .toList());
    extent(layer)
        .ifPresent(box ->
            set.put(
                "boundingBox",
                Map.of(
                    "lowerLeft",
                    box.subList(0, 2),
                    "upperRight",
                    box.subList(2, 4),
                    "crs",
                    "http://www.opengis.net/def/crs/OGC/1.3/CRS84")));
    return set;
  }

  private static Map<String, Object> properties(TileLayer.Inner layer) {
    var properties = new LinkedHashMap<String, Object>();
    layer
        .fields()
        .forEach((name, type) ->
            properties.put(name, Map.of("type", type.toLowerCase(java.util.Locale.ROOT))));
    return properties;
  }

  private static Map<String, Object> head(Visit visit, TileLayer layer) {
    var set = new LinkedHashMap<String, Object>();
    set.put("title", visit.word(layer.title()));
    set.put("dataType", "vector");
    set.put("crs", MERCATOR);
    set.put("tileMatrixSetURI", MATRIX_SET_URI);
    return set;
  }

  private static String address(TileLayer layer) {
    return "/ogc/collections/" + layer.id() + "/tiles/" + MATRIX_SET;
  }

  private static Link scheme(Visit visit) {
    return Link.of(
        REL + "tiling-scheme",
        Link.JSON,
        visit.at("/ogc/tileMatrixSets/" + MATRIX_SET),
        MATRIX_SET);
  }

  Map<String, Object> matrixSets(Visit visit) {
    return Map.of(
        "links",
        visit.selfAndAlternate(Link.JSON),
        "tileMatrixSets",
        List.of(
            Map.of(
                "id",
                MATRIX_SET,
                "title",
                "Web Mercator",
                "uri",
                MATRIX_SET_URI,
                "crs",
                MERCATOR,
                "links",
                List.of(
                    Link.of(
                        "self",
                        Link.JSON,
                        visit.at("/ogc/tileMatrixSets/" + MATRIX_SET),
                        MATRIX_SET)))));
  }

  Map<String, Object> matrixSet() {
    var set = new LinkedHashMap<String, Object>();
    set.put("id", MATRIX_SET);
    set.put("title", "Google Maps Compatible for the World");
    set.put("uri", MATRIX_SET_URI);
    set.put("crs", MERCATOR);
    set.put("orderedAxes", List.of("E", "N"));
    set.put("wellKnownScaleSet", "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
    set.put(
        "tileMatrices", IntStream.rangeClosed(0, DEEPEST).mapToObj(TileDocuments::matrix).toList());
    return set;
  }

  private static Map<String, Object> matrix(int zoom) {
    long tiles = 1L << zoom;
    var matrix = new LinkedHashMap<String, Object>();
    matrix.put("id", String.valueOf(zoom));
    matrix.put("scaleDenominator", FIRST_SCALE / tiles);
    matrix.put("cellSize", 2 * HALF / 256 / tiles);
    matrix.put("cornerOfOrigin", "topLeft");
    matrix.put("pointOfOrigin", List.of(-HALF, HALF));
    matrix.put("tileWidth", 256);
    matrix.put("tileHeight", 256);
    matrix.put("matrixWidth", tiles);
    matrix.put("matrixHeight", tiles);
    return matrix;
  }

  private Optional<List<Double>> extent(TileLayer layer) {
    return facts.extent("tiles-" + layer.id(), layer.extent());
  }
}
