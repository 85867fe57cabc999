package org.citygrid.dispatch.evaluation.scheme;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What an object has earned.
///
/// @param points by part, 0 to 100; parts without a value are missing
/// @param deducted marks taken off, by count; nothing that took none
/// @param total 0 to 100, exact; null where no rate has a value
/// @param grade of the total
public record Score(
    Map<String, Double> points,
    Map<String, Double> deducted,
    @Nullable Double total,
    @Nullable Grade grade) {
  private static final double FULL = 100;

  /// @param zeroIsFull zero over zero takes full marks; else it is left out, and the other parts
  ///   weigh more
  /// @param months how long the period is: bands are by the month
  public static Score of(
      Scheme scheme, Map<Count, Long> counts, double months, boolean zeroIsFull) {
    var points = new LinkedHashMap<String, Double>();
    double earned = 0;
    double weights = 0;
    boolean anyRate = false;
    for (var part : scheme.parts()) {
      var worth = points(part, scheme.of(), counts, months);
      anyRate |= part.indicator() != null && worth.isPresent();
      if (worth.isPresent() || zeroIsFull) {
        double value = worth.orElse(FULL);
        points.put(part.code(), value);
        earned += part.weight() * value / FULL;
        weights += part.weight();
      }
    }
    var deducted = deducted(scheme, counts);
    if (weights == 0 || (!anyRate && !zeroIsFull)) {
      return new Score(points, deducted, null, null);
    }
    double off = deducted.values().stream().mapToDouble(Double::doubleValue).sum();
    double total = clamp((earned - off) * FULL / weights);
    return new Score(points, deducted, total, scheme.grades().of(total));
  }

  private static OptionalDouble points(
      Scheme.Part part, ObjectKind kind, Map<Count, Long> counts, double months) {
    if (part.indicator() == null) {
      return OptionalDouble.of(band(part, counts, months));
    }
    var rate = part.indicator().of(counts, kind);
    if (rate.isEmpty()) {
      return rate;
    }
    double value = rate.getAsDouble();
    return OptionalDouble.of(
        clamp(
            switch (part.points()) {
              case RATE -> value * FULL;
              case COMPLEMENT -> (1 - value) * FULL;
              case STEP -> step(part, value);
              case BAND -> throw new IllegalStateException("a band has no rate");
            }));
  }

  /// Marks are a share of the part's weight; points are out of a hundred.
  private static double step(Scheme.Part part, double rate) {
    double below = Math.max(0, part.from() - rate) * FULL;
    return FULL - below * part.off() * FULL / part.weight();
  }

  private static double band(Scheme.Part part, Map<Count, Long> counts, double months) {
    double aMonth =
        counts.getOrDefault(java.util.Objects.requireNonNull(part.count()), 0L) / months;
    for (var band : part.bands()) {
      if (band.upTo() == null || aMonth <= band.upTo()) {
        return band.points();
      }
    }
    return 0;
  }

  private static Map<String, Double> deducted(Scheme scheme, Map<Count, Long> counts) {
    var deducted = new LinkedHashMap<String, Double>();
    for (var one : scheme.deductions()) {
      long n = counts.getOrDefault(one.count(), 0L);
      if (n > 0) {
        deducted.put(one.count().code(), n * one.each());
      }
    }
    return deducted;
  }

  private static double clamp(double value) {
    return Math.clamp(value, 0, FULL);
  }
}
