package org.citygrid.intake.report;

import java.util.Optional;
import org.citygrid.geo.LonLat;
import org.citygrid.geo.MapDatum;
import org.citygrid.intake.form.JsonForm;
import org.jspecify.annotations.Nullable;

/// A point as a device sent it, with the datum it is counted in.
///
/// @param lon degrees, within −180 and 180
/// @param lat degrees, within −90 and 90
/// @param crs `wgs84`, `gcj02` or `bd09`
public record Point(double lon, double lat, String crs) {
  /// Reads `lon`, `lat` and `crs`; whatever is absurd is noted, and then there is no point.
  public static Optional<Point> read(JsonForm form, String defaultCrs) {
    Double lon = readDegrees(form, "lon");
    Double lat = readDegrees(form, "lat");
    String crs = readCrs(form, defaultCrs);
    if (lon == null || lat == null) {
      return Optional.empty();
    }
    boolean sound = isOnEarth(form, lon, lat);
    return sound && crs != null ? Optional.of(new Point(lon, lat, crs)) : Optional.empty();
  }

  private static @Nullable Double readDegrees(JsonForm form, String name) {
    return form.lacks(name) ? form.wrong(name, "is missing") : form.number(name);
  }

  private static @Nullable String readCrs(JsonForm form, String defaultCrs) {
    if (form.lacks("crs")) {
      return defaultCrs;
    }
    String crs = form.text("crs", 8);
    return crs != null && MapDatum.find(crs).isPresent()
        ? MapDatum.find(crs).orElseThrow().name().toLowerCase(java.util.Locale.ROOT)
        : form.wrong("crs", "must be wgs84, gcj02 or bd09");
  }

  private static boolean isOnEarth(JsonForm form, double lon, double lat) {
    boolean lonFits = Math.abs(lon) <= 180;
    boolean latFits = Math.abs(lat) <= 90;
    boolean swapped = !latFits && Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
    if (!lonFits) {
      form.wrong("lon", "must be within -180 and 180 degrees");
    }
    if (!latFits) {
      form.wrong(
          "lat",
          "must be within -90 and 90 degrees" + (swapped ? "; lon and lat look swapped" : ""));
    }
    boolean nowhere = lon == 0 && lat == 0;
    if (nowhere) {
      form.wrong("lon", "and lat are both 0: the device had no position");
    }
    return lonFits && latFits && !nowhere;
  }

  public LonLat toWgs84() {
    return MapDatum.find(crs).orElseThrow().toWgs84(new LonLat(lon, lat));
  }
}
