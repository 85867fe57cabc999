package org.citygrid.geo;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.datum.DefaultGeodeticDatum;

/// The coordinate reference systems that Chinese surveys come in, and the ways between them.
///
/// Known by code: WGS 84 (EPSG:4326), CGCS2000 (4490), Xian 1980 (4610), Beijing 1954 (4214), New
/// Beijing (4555), all their Gauss-Krüger zones of three and six degrees (4547 is CGCS2000, central
/// meridian 114° E), UTM north, and web maps (3857). Others may be given as WKT 1, such as the
/// `.prj` beside a shapefile. The first use takes about two seconds; nothing is loaded before.
public final class CoordinateSystems {
  private static final Map<Pair, Transform> TRANSFORMS = new ConcurrentHashMap<>();
  private static final Set<String> ONE_DATUM =
      Set.of("World Geodetic System 1984", "China 2000", "WGS_1984", "WGS84", "D_China_2000");

  private CoordinateSystems() {}

  /// Finds the way between two systems given as `EPSG:4547`, or as WKT 1.
  ///
  /// @throws UnknownCrs if either is not known, or cannot be read
  public static Transform transform(String from, String to) {
    return TRANSFORMS.computeIfAbsent(new Pair(from, to), CoordinateSystems::find);
  }

  /// Whether a code of the form `EPSG:4547` is one of ours.
  public static boolean knows(String code) {
    return CrsCatalogue.codes().contains(code);
  }

  /// All codes that are known, each of the form `EPSG:4547`.
  public static Set<String> codes() {
    return CrsCatalogue.codes();
  }

  private static Transform find(Pair pair) {
    CoordinateReferenceSystem from = read(pair.from());
    CoordinateReferenceSystem to = read(pair.to());
    try {
      return new Transform(
          CRS.findMathTransform(from, to, true), shiftBetween(from, to), sridOf(pair.to()));
    } catch (FactoryException e) {
      throw new UnknownCrs("no way from " + pair.from() + " to " + pair.to(), e);
    }
  }

  private static CoordinateReferenceSystem read(String codeOrWkt) {
    String wkt = codeOrWkt.contains("[") ? codeOrWkt : CrsCatalogue.wktOf(codeOrWkt);
    try {
      return CRS.parseWKT(wkt);
    } catch (FactoryException e) {
      throw new UnknownCrs("this WKT cannot be read: " + e.getMessage(), e);
    }
  }

  private static DatumShift shiftBetween(
      CoordinateReferenceSystem from, CoordinateReferenceSystem to) {
    DefaultGeodeticDatum source = datumOf(from);
    DefaultGeodeticDatum target = datumOf(to);
    boolean known = source.equals(target, false) || (tiedToWgs84(source) && tiedToWgs84(target));
    return known ? DatumShift.KNOWN : DatumShift.UNKNOWN;
  }

  private static boolean tiedToWgs84(DefaultGeodeticDatum datum) {
    return ONE_DATUM.contains(datum.getName().getCode())
        || datum.getBursaWolfParameters().length > 0;
  }

  private static DefaultGeodeticDatum datumOf(CoordinateReferenceSystem crs) {
    return switch (crs) {
      case ProjectedCRS projected -> datumOf(projected.getBaseCRS());
      case GeographicCRS geographic when geographic.getDatum() instanceof DefaultGeodeticDatum it ->
          it;
      default ->
          throw new UnknownCrs(
              crs.getName().getCode() + " is neither geographic nor projected from one that is");
    };
  }

  private static int sridOf(String codeOrWkt) {
    return codeOrWkt.startsWith("EPSG:") ? Integer.parseInt(codeOrWkt.substring(5)) : 0;
  }

  private record Pair(String from, String to) {}
}
