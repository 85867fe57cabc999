package org.citygrid.geofile;

/// The forms of geodata that are read and written here.
public enum GeoFileFormat {
  GEOJSON("application/geo+json", "geojson"),
  /// One GeoJSON feature a line; read with or without the record separators of RFC 8142.
  GEOJSON_SEQ("application/geo+json-seq", "geojsonl"),
  CSV("text/csv", "csv"),
  /// The parts `.shp`, `.shx`, `.dbf`, `.prj` and `.cpg`, written as one zip.
  SHAPEFILE("application/zip", "zip"),
  GEOPACKAGE("application/geopackage+sqlite3", "gpkg"),
  /// Written only.
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

  private final String mediaType;
  private final String extension;

  GeoFileFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /// How a file's name ends, without the dot.
  public String extension() {
    return extension;
  }
}
