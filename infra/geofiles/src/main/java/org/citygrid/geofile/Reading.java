package org.citygrid.geofile;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/// What a person says about a file before it is read. Every part may be null: find out.
///
/// @param crs `EPSG:4547` or WKT 1; goes before what the file itself says
/// @param charset of the texts; goes before what the file itself says
/// @param layer of several in a GeoPackage or a zip, by name
/// @param delimiter between the columns of a CSV
/// @param lonColumn of a CSV: longitude, or easting where the CRS is in metres
/// @param latColumn of a CSV: latitude, or northing where the CRS is in metres
/// @param wktColumn of a CSV: the geometry as WKT
public record Reading(
    @Nullable String crs,
    @Nullable Charset charset,
    @Nullable String layer,
    @Nullable Character delimiter,
    @Nullable String lonColumn,
    @Nullable String latColumn,
    @Nullable String wktColumn) {

  public static Reading findOut() {
    return new Reading(null, null, null, null, null, null, null);
  }

  public Reading in(@Nullable String crs) {
    return new Reading(crs, charset, layer, delimiter, lonColumn, latColumn, wktColumn);
  }

  public Reading as(@Nullable Charset charset) {
    return new Reading(crs, charset, layer, delimiter, lonColumn, latColumn, wktColumn);
  }

  public Reading layer(@Nullable String layer) {
    return new Reading(crs, charset, layer, delimiter, lonColumn, latColumn, wktColumn);
  }

  public Reading split(@Nullable Character delimiter) {
    return new Reading(crs, charset, layer, delimiter, lonColumn, latColumn, wktColumn);
  }

  public Reading places(@Nullable String lonColumn, @Nullable String latColumn) {
    return new Reading(crs, charset, layer, delimiter, lonColumn, latColumn, wktColumn);
  }

  public Reading wkt(@Nullable String wktColumn) {
    return new Reading(crs, charset, layer, delimiter, lonColumn, latColumn, wktColumn);
  }
}
