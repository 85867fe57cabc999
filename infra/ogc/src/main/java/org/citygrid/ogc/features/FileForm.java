package org.citygrid.ogc.features;

import java.util.Optional;
import java.util.stream.Stream;
import org.citygrid.geofile.GeoFileFormat;

/// The files that a selection can be taken away as, and how `f` names them.
enum FileForm {
  GEOPACKAGE("gpkg", "GeoPackage", GeoFileFormat.GEOPACKAGE),
  SHAPEFILE("shp", "Shapefile (zip)", GeoFileFormat.SHAPEFILE),
  CSV("csv", "CSV", GeoFileFormat.CSV),
  XLSX("xlsx", "Excel (xlsx)", GeoFileFormat.XLSX),
  GEOJSON("geojson", "GeoJSON", GeoFileFormat.GEOJSON),
  GEOJSON_SEQ("geojsonseq", "GeoJSON text sequence", GeoFileFormat.GEOJSON_SEQ);

  private final String parameter;
  private final String title;
  private final GeoFileFormat format;

  FileForm(String parameter, String title, GeoFileFormat format) {
    this.parameter = parameter;
    this.title = title;
    this.format = format;
  }

  String parameter() {
    return parameter;
  }

  String title() {
    return title;
  }

  GeoFileFormat format() {
    return format;
  }

  static Optional<FileForm> find(String parameter) {
    return Stream.of(values()).filter(form -> form.parameter.equals(parameter)).findFirst();
  }
}
