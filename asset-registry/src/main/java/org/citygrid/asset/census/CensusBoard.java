package org.citygrid.asset.census;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/// The census as it is shown.
///
/// @param current whether the register has not changed since
record CensusBoard(
    String by, Instant takenAt, boolean current, long tookMillis, Line total, List<Line> items) {

  /// One line; shares are left to the reader.
  ///
  /// @param key null for what lies outside, and for the total
  /// @param squareKilometres of the unit grids in which components stand; null where unknown
  /// @param missingOwner owned by a unit that nobody registered
  record Line(
      @Nullable String key,
      @Nullable LocalText name,
      long count,
      @Nullable Double squareKilometres,
      @Nullable Double perSquareKilometre,
      long missingOwner,
      long missingMaintainer,
      long missingSpec,
      long missingDimensions,
      long missingPhoto,
      long missingAddress) {

    static Line of(Tally tally, @Nullable LocalText name, Optional<Double> squareKilometres) {
      Double area = squareKilometres.filter(size -> size > 0).orElse(null);
      return new Line(
          tally.key(),
          name,
          tally.count(),
          area == null ? null : rounded(area, 1000),
          area == null ? null : rounded(tally.count() / area, 10),
          tally.missingOwner(),
          tally.missingMaintainer(),
          tally.missingSpec(),
          tally.missingDimensions(),
          tally.missingPhoto(),
          tally.missingAddress());
    }

    private static double rounded(double value, int parts) {
      return Math.round(value * parts) / (double) parts;
    }
  }

  static Tally sum(List<Tally> tallies) {
    return tallies.stream()
        .reduce(
            new Tally(null, 0, 0, 0, 0, 0, 0, 0),
            (a, b) ->
                new Tally(
                    null,
                    a.count() + b.count(),
                    a.missingOwner() + b.missingOwner(),
                    a.missingMaintainer() + b.missingMaintainer(),
                    a.missingSpec() + b.missingSpec(),
                    a.missingDimensions() + b.missingDimensions(),
                    a.missingPhoto() + b.missingPhoto(),
                    a.missingAddress() + b.missingAddress()));
  }
}
