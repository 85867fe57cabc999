package org.citygrid.dispatch.evaluation.scheme;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How objects of one kind are scored, from a day on: parts with weights, marks taken off, and what
/// is a good score.
///
/// @param usual used where no scheme is named
public record Scheme(
    String code,
    ObjectKind of,
    String zh,
    String en,
    LocalDate validFrom,
    boolean usual,
    List<Part> parts,
    List<Deduction> deductions,
    Grades grades) {

  public Scheme {
    parts = List.copyOf(parts);
    deductions = List.copyOf(deductions);
  }

  /// How points, 0 to 100, come about.
  public enum Points {
    /// The rate times 100.
    RATE,
    /// What the rate lacks of 1, times 100.
    COMPLEMENT,
    /// By the band that a count lies in.
    BAND,
    /// Full marks from a rate on; below it marks are taken off for each percentage point.
    STEP
  }

  /// @param weight its share; shares of a scheme need not add up to 100
  /// @param indicator of a rate; null for a band
  /// @param count of a band; null for a rate
  /// @param bands from small to large
  /// @param from the rate from which a step gives all its marks
  /// @param off the marks a step loses for each percentage point below
  public record Part(
      Points points,
      double weight,
      @Nullable Indicator indicator,
      @Nullable Count count,
      List<Band> bands,
      double from,
      double off) {

    public Part {
      bands = List.copyOf(bands);
      if ((points == Points.BAND) != (count != null) || (count == null) == (indicator == null)) {
        throw new IllegalArgumentException("a band needs a count, all others an indicator");
      }
    }

    /// Names it among the parts of its scheme.
    public String code() {
      return indicator != null ? indicator.code() : java.util.Objects.requireNonNull(count).code();
    }

    public String zh() {
      return indicator != null ? indicator.zh() : java.util.Objects.requireNonNull(count).zh();
    }

    public String en() {
      return indicator != null ? indicator.en() : java.util.Objects.requireNonNull(count).en();
    }
  }

  /// @param upTo the largest count it holds, by the month; null for everything above
  public record Band(@Nullable Integer upTo, double points) {}

  /// Marks taken off for each of a count.
  public record Deduction(Count count, double each) {}
}
