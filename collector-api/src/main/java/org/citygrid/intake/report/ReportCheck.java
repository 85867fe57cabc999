package org.citygrid.intake.report;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.citygrid.asset.ComponentSummary;
import org.citygrid.asset.Condition;
import org.citygrid.asset.Kind;
import org.citygrid.geo.LonLat;
import org.citygrid.grid.Placement;
import org.citygrid.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/// Decides whether what was sent is a report this town can work on. Notes everything that is wrong.
final class ReportCheck {
  /// A phone's clock may run ahead by this much.
  static final Duration AHEAD = Duration.ofMinutes(5);

  /// Whoever waited longer tells of the past; only a migration may.
  static final Duration OLDEST = Duration.ofDays(30);

  private final TownFacts town;

  ReportCheck(TownFacts town) {
    this.town = town;
  }

  /// @return empty when something is wrong; then `violations` names each wrong field
  Optional<Report> check(Submission sent, Violations violations) {
    ReportForm form = sent.form();
    Kind kind = checkKind(form, violations);
    checkThing(form, kind, violations);
    checkWords(sent, violations);
    Instant observedAt = checkTime(sent, violations);
    Point chosen = form.pin() == null ? form.fix() : form.pin();
    LonLat place = chosen == null ? null : chosen.toWgs84();
    Placement placement = place == null ? null : checkPlace(form, place, violations);
    return violations.isEmpty()
        ? Optional.of(
            accept(
                sent,
                requireNonNull(kind),
                requireNonNull(place),
                requireNonNull(placement),
                observedAt))
        : Optional.empty();
  }

  private static @Nullable Kind checkKind(ReportForm form, Violations violations) {
    if (form.kind() == null) {
      violations.add("kind", "is missing: component or event");
      return null;
    }
    Kind kind = Kind.find(form.kind()).orElse(null);
    violations.require(kind != null, "kind", "must be component or event");
    return kind;
  }

  private void checkThing(ReportForm form, @Nullable Kind kind, Violations violations) {
    if (form.classCode() == null) {
      violations.add("classCode", "is missing: four digits, major and minor class");
    } else if (kind != null) {
      checkClass(form.classCode(), kind, violations);
    }
    violations.require(
        form.edition() == null || form.edition().equals(town.edition()),
        "edition",
        "is not the edition in use here, " + town.edition());
    checkCondition(form, kind, violations);
    checkComponent(form, kind, violations);
  }

  private void checkClass(String classCode, Kind kind, Violations violations) {
    if (town.findClass(kind, classCode).isEmpty()) {
      Kind other = kind == Kind.COMPONENT ? Kind.EVENT : Kind.COMPONENT;
      violations.add(
          "classCode",
          town.findClass(other, classCode).isPresent()
              ? "is a class of kind %s, not of kind %s".formatted(other.word(), kind.word())
              : "is not a class of kind " + kind.word());
    }
  }

  private void checkCondition(ReportForm form, @Nullable Kind kind, Violations violations) {
    if (form.conditionId() == null) {
      return;
    }
    Optional<Condition> condition = town.findCondition(form.conditionId());
    if (condition.isEmpty()) {
      violations.add("conditionId", "is not a known condition");
    } else if (kind != null && form.classCode() != null) {
      violations.require(
          condition.get().kind() == kind && condition.get().classCode().equals(form.classCode()),
          "conditionId",
          "is a condition of another class");
    }
  }

  private void checkComponent(ReportForm form, @Nullable Kind kind, Violations violations) {
    if (form.componentCode() == null) {
      return;
    }
    if (kind == Kind.EVENT) {
      violations.add("componentCode", "belongs to reports of kind component only");
      return;
    }
    Optional<ComponentSummary> component = town.findComponent(form.componentCode());
    if (component.isEmpty()) {
      violations.add("componentCode", "is not in the register");
    } else {
      violations.require(
          form.classCode() == null || component.get().classCode().equals(form.classCode()),
          "componentCode",
          "is a component of class " + component.get().classCode());
    }
  }

  private static void checkWords(Submission sent, Violations violations) {
    ReportForm form = sent.form();
    int count = form.photoIds().size() + sent.files();
    boolean hasPhotos = count > 0;
    violations.require(
        !form.description().isEmpty() || hasPhotos || form.conditionId() != null,
        "description",
        "is missing: without a photo or a condition, say what is wrong");
    Attachments.count(sent.files(), form.photoIds(), violations);
  }

  /// A report without a time was observed when it came.
  private static Instant checkTime(Submission sent, Violations violations) {
    Instant observed = sent.form().observedAt();
    if (observed == null) {
      return sent.receivedAt();
    }
    violations.require(
        !observed.isAfter(sent.receivedAt().plus(AHEAD)),
        "observedAt",
        "lies in the future; please check the device's clock");
    violations.require(
        sent.origin().migrated() || !observed.isBefore(sent.receivedAt().minus(OLDEST)),
        "observedAt",
        "is more than %d days ago".formatted(OLDEST.toDays()));
    return observed;
  }

  private Placement checkPlace(ReportForm form, LonLat place, Violations violations) {
    Placement placement = town.locate(place);
    if (placement.division() == null) {
      violations.add(
          form.pin() == null ? "location" : "pin",
          outside(placement) + (looksSwapped(place) ? "; lon and lat look swapped" : ""));
    }
    return placement;
  }

  private static String outside(Placement placement) {
    double kilometres = placement.metresOutside() / 1000;
    return kilometres > 0 && kilometres < 20_040
        ? String.format(Locale.ROOT, "lies %.1f km outside every division served here", kilometres)
        : "lies outside every division served here";
  }

  private boolean looksSwapped(LonLat place) {
    return Math.abs(place.lon()) <= 90
        && town.locate(new LonLat(place.lat(), place.lon())).division() != null;
  }

  private static Report accept(
      Submission sent, Kind kind, LonLat place, Placement placement, Instant observedAt) {
    ReportForm form = sent.form();
    Origin origin = sent.origin();
    Point fix = requireNonNull(form.fix());
    Point pin = form.pin();
    return new Report(
        sent.reportId(),
        sent.receipt(),
        sent.contentHash(),
        origin.source(),
        origin.channel(),
        origin.reporter(),
        origin.registeredBy(),
        kind,
        requireNonNull(form.classCode()),
        form.edition(),
        form.conditionId(),
        form.componentCode(),
        place.lon(),
        place.lat(),
        fix.lon(),
        fix.lat(),
        fix.crs(),
        form.accuracyMetres(),
        pin == null ? null : pin.lon(),
        pin == null ? null : pin.lat(),
        form.description(),
        observedAt,
        sent.receivedAt(),
        form.wantsReply(),
        form.selfHandled(),
        origin.migrated(),
        sent.photoIds(),
        placement.division() == null ? null : placement.division().value(),
        placement.cell() == null ? null : placement.cell().value(),
        placement.dutyGrid() == null ? null : placement.dutyGrid().value(),
        form.contact().name(),
        form.contact().phone(),
        form.contact().email(),
        null);
  }
}
