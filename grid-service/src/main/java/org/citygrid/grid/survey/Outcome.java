package org.citygrid.grid.survey;

import java.util.List;

/// What a survey changed.
///
/// @param kind divisions, cells, grids or streets
/// @param rejected always empty: a survey with a mistake is refused whole
record Outcome(
    String kind, int inserted, int updated, int unchanged, List<Rejections.Rejected> rejected) {
  static Outcome of(String kind, int all, Written written) {
    return new Outcome(
        kind,
        written.inserted(),
        written.updated(),
        all - written.inserted() - written.updated(),
        List.of());
  }

  /// Rows that a statement made and changed.
  record Written(int inserted, int updated) {
    boolean anything() {
      return inserted + updated > 0;
    }
  }
}
