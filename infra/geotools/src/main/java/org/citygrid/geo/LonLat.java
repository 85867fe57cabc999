package org.citygrid.geo;

/// A place on the ellipsoid, in degrees. Which datum it is meant in, the name beside it must say.
///
/// @param lon east positive, −180 to 180
/// @param lat north positive, −90 to 90
public record LonLat(double lon, double lat) {
  public LonLat {
    if (!(lon >= -180 && lon <= 180)) {
      throw new IllegalArgumentException(
          "longitude " + lon + " is not within -180 and 180 degrees");
    }
    if (!(lat >= -90 && lat <= 90)) {
      throw new IllegalArgumentException("latitude " + lat + " is not within -90 and 90 degrees");
    }
  }
}
