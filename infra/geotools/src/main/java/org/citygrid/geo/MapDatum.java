package org.citygrid.geo;

import java.util.Locale;
import java.util.Optional;

/// What the longitude and latitude of a phone or a map service may be counted in.
///
/// WGS-84 and CGCS2000 differ by centimetres and are one here. GCJ-02 and BD-09 are the shifted
/// coordinates that Chinese map services give out.
public enum MapDatum {
  WGS84 {
    @Override
    public LonLat toWgs84(LonLat place) {
      return place;
    }

    @Override
    public LonLat fromWgs84(LonLat place) {
      return place;
    }
  },
  GCJ02 {
    @Override
    public LonLat toWgs84(LonLat place) {
      return Gcj02.toWgs84(place);
    }

    @Override
    public LonLat fromWgs84(LonLat place) {
      return Gcj02.fromWgs84(place);
    }
  },
  BD09 {
    @Override
    public LonLat toWgs84(LonLat place) {
      return Gcj02.toWgs84(Bd09.toGcj02(place));
    }

    @Override
    public LonLat fromWgs84(LonLat place) {
      return Bd09.fromGcj02(Gcj02.fromWgs84(place));
    }
  };

  /// The same place in WGS-84, to within a millimetre.
  public abstract LonLat toWgs84(LonLat place);

  /// The same place in this datum.
  public abstract LonLat fromWgs84(LonLat place);

  /// Finds by the name that requests use: `wgs84`, `gcj02`, `bd09`, in either case.
  public static Optional<MapDatum> find(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "wgs84" -> Optional.of(WGS84);
      case "gcj02" -> Optional.of(GCJ02);
      case "bd09" -> Optional.of(BD09);
      default -> Optional.empty();
    };
  }
}
