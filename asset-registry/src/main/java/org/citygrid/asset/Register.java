package org.citygrid.asset;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The register of components. Coordinates are CGCS2000 (EPSG:4490), degrees, longitude first.
public interface Register {
  Optional<IdentityCard> findCard(String code);

  /// What routing needs of each component; codes that are not registered are left out.
  Map<String, ComponentSummary> findAll(Collection<String> codes);

  /// Those of these photos that a card or an open proposal shows.
  Set<String> findPhotosInUse(Collection<String> photoIds);

  /// The nearest components that still stand there (not lost, abandoned or moved away), by true
  /// distance on the ellipsoid.
  ///
  /// @param classCode only of this class, when given
  /// @param limit 1 to 100
  List<Nearby> listNearest(double lon, double lat, @Nullable String classCode, int limit);
}
