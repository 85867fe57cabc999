package org.citygrid.dispatch.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.citygrid.dispatch.evaluation.scheme.Count;
import org.citygrid.dispatch.evaluation.scheme.Grades;
import org.citygrid.dispatch.evaluation.scheme.Indicator;
import org.citygrid.dispatch.evaluation.scheme.ObjectKind;
import org.citygrid.dispatch.evaluation.scheme.Scheme;
import org.citygrid.dispatch.evaluation.scheme.Scheme.Band;
import org.citygrid.dispatch.evaluation.scheme.Scheme.Deduction;
import org.citygrid.dispatch.evaluation.scheme.Scheme.Part;
import org.citygrid.dispatch.evaluation.scheme.Scheme.Points;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/// A new version of a scheme, or a new scheme, as somebody sends it.
record SchemeForm(
    @Nullable String code,
    @Nullable String of,
    @Nullable LocalText name,
    @Nullable LocalDate validFrom,
    @Nullable Boolean usual,
    @Nullable List<PartForm> parts,
    @Nullable List<DeductionForm> deductions,
    @Nullable List<Double> grades) {
  private static final int MOST_PARTS = 30;

  record PartForm(
      @Nullable String points,
      @Nullable Double weight,
      @Nullable String indicator,
      @Nullable String count,
      @Nullable List<Band> bands,
      @Nullable Double from,
      @Nullable Double off) {}

  record DeductionForm(@Nullable String count, @Nullable Double each) {}

  /// @param before the grades where none are sent
  /// @throws org.citygrid.platform.problem.ProblemException (400) naming every wrong field
  Scheme read(LocalDate today, Grades before) {
    var wrong = new Violations();
    wrong.require(
        code != null && code.matches("[a-zA-Z][a-zA-Z0-9-]{0,39}"),
        "code",
        "must be letters, digits and hyphens, at most 40");
    var kind = ObjectKind.find(of == null ? "" : of).orElse(null);
    wrong.require(kind != null, "of", "must name a kind of object");
    wrong.require(
        name != null && !name.zh().isBlank() && !name.en().isBlank(),
        "name",
        "must have zh and en");
    wrong.require(
        validFrom != null && !validFrom.isBefore(today),
        "validFrom",
        "must be today or later: what was valid before stays as it was");
    var given = parts == null ? List.<PartForm>of() : parts;
    wrong.require(
        !given.isEmpty() && given.size() <= MOST_PARTS, "parts", "must be 1 to " + MOST_PARTS);
    var read = new ArrayList<Part>();
    for (int i = 0; i < given.size(); i++) {
      var part = part(given.get(i), kind, "parts[" + i + "]", wrong);
      if (part != null) {
        read.add(part);
      }
    }
    wrong.require(
        read.stream().map(Part::code).distinct().count() == read.size(), "parts", "name one twice");
    var off = deductions(kind, wrong);
    wrong.require(
        grades == null || (grades.stream().allMatch(Objects::nonNull) && Grades.areSound(grades)),
        "grades",
        "must be the least scores of two to five grades, falling, below 100, the last 0");
    wrong.throwIfAny();
    return new Scheme(
        Objects.requireNonNull(code),
        Objects.requireNonNull(kind),
        Objects.requireNonNull(name).zh(),
        name.en(),
        Objects.requireNonNull(validFrom),
        Boolean.TRUE.equals(usual),
        read,
        off,
        grades == null ? before : new Grades(grades));
  }

  private static @Nullable Part part(
      PartForm form, @Nullable ObjectKind kind, String field, Violations wrong) {
    var points = points(form.points());
    wrong.require(points != null, field + ".points", "must be rate, complement, band or step");
    double weight = form.weight() == null ? 0 : form.weight();
    wrong.require(weight > 0 && weight <= 1000, field + ".weight", "must be above 0");
    if (points == null || weight <= 0) {
      return null;
    }
    return points == Points.BAND
        ? band(form, kind, weight, field, wrong)
        : rate(form, points, kind, weight, field, wrong);
  }

  private static @Nullable Part band(
      PartForm form, @Nullable ObjectKind kind, double weight, String field, Violations wrong) {
    var count = Count.find(form.count() == null ? "" : form.count()).orElse(null);
    wrong.require(
        count != null && (kind == null || count.isOf(kind)),
        field + ".count",
        "must be a count of these objects");
    var bands = form.bands() == null ? List.<Band>of() : form.bands();
    wrong.require(areRising(bands), field + ".bands", "must rise in upTo, the last may have none");
    return count == null ? null : new Part(Points.BAND, weight, null, count, bands, 0, 0);
  }

  private static @Nullable Part rate(
      PartForm form,
      Points points,
      @Nullable ObjectKind kind,
      double weight,
      String field,
      Violations wrong) {
    var indicator = Indicator.find(form.indicator() == null ? "" : form.indicator()).orElse(null);
    wrong.require(
        indicator != null && (kind == null || indicator.isOf(kind)),
        field + ".indicator",
        "must be an indicator of these objects");
    double from = form.from() == null ? 0 : form.from();
    wrong.require(from >= 0 && from <= 1, field + ".from", "must be 0 to 1");
    double off = form.off() == null ? 0 : form.off();
    wrong.require(off >= 0, field + ".off", "must not be negative");
    return indicator == null
        ? null
        : new Part(points, weight, indicator, null, List.of(), from, off);
  }

  private static boolean areRising(List<Band> bands) {
    long last = -1;
    for (int i = 0; i < bands.size(); i++) {
      var upTo = bands.get(i).upTo();
      if ((upTo == null && i < bands.size() - 1)
          || (upTo != null && upTo <= last)
          || bands.get(i).points() < 0
          || bands.get(i).points() > 100) {
        return false;
      }
      last = upTo == null ? last : upTo;
    }
    return !bands.isEmpty();
  }

  private List<Deduction> deductions(@Nullable ObjectKind kind, Violations wrong) {
    var read = new ArrayList<Deduction>();
    var given = deductions == null ? List.<DeductionForm>of() : deductions;
    for (int i = 0; i < given.size(); i++) {
      var form = given.get(i);
      var count = Count.find(form.count() == null ? "" : form.count()).orElse(null);
      double each = form.each() == null ? 0 : form.each();
      wrong.require(
          count != null && (kind == null || count.isOf(kind)),
          "deductions[" + i + "].count",
          "must be a count of these objects");
      wrong.require(each > 0, "deductions[" + i + "].each", "must be above 0");
      if (count != null && each > 0) {
        read.add(new Deduction(count, each));
      }
    }
    return read;
  }

  private static @Nullable Points points(@Nullable String word) {
    for (var points : Points.values()) {
      if (points.name().toLowerCase(Locale.ROOT).equals(word)) {
        return points;
      }
    }
    return null;
  }
}
