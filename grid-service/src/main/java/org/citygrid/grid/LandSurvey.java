package org.citygrid.grid;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Takes surveys of the land in. A survey is stored whole or not at all; the same survey twice
/// changes nothing. There in every process, whatever its roles.
public interface LandSurvey {
  /// Takes a GeoJSON FeatureCollection in longitude and latitude; its properties are in
  /// docs/contract.md.
  ///
  /// @param dryRun everything is tried, nothing is kept
  /// @param by the user name that the land's history tells; null when nobody in particular
  /// @return what changed or, where [Outcome#rejected()] is not empty, what is wrong: then nothing
  ///   was stored
  /// @throws org.citygrid.platform.problem.ProblemException when it is no FeatureCollection
  Outcome take(LandKind kind, JsonNode featureCollection, boolean dryRun, @Nullable String by);

  /// As above, by nobody in particular.
  default Outcome take(LandKind kind, JsonNode featureCollection, boolean dryRun) {
    return take(kind, featureCollection, dryRun, null);
  }

  /// What a survey changed, or would have changed.
  ///
  /// @param rejected every mistake; one is enough to refuse the whole survey
  record Outcome(
      LandKind kind, int inserted, int updated, int unchanged, List<Rejected> rejected) {}

  /// One mistake.
  ///
  /// @param index of the feature in the collection, from 0
  /// @param field `geometry`, `properties` or `properties.code`
  /// @param value what was found; null when nothing was
  record Rejected(int index, String field, @Nullable String value, String reason) {}
}
