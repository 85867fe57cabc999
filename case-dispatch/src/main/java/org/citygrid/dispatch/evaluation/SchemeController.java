package org.citygrid.dispatch.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.citygrid.dispatch.evaluation.scheme.Grades;
import org.citygrid.dispatch.evaluation.scheme.Scheme;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.setting.TownClock;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The schemes and their versions. A version is valid from a day on until the next one begins; none
/// is changed or removed.
@RestController
class SchemeController {
  private final SchemeTable table;
  private final TownClock clock;

  SchemeController(SchemeTable table, TownClock clock) {
    this.table = table;
    this.clock = clock;
  }

  record VersionWords(
      String code,
      String of,
      LocalText name,
      LocalDate validFrom,
      @Nullable LocalDate until,
      String by,
      Instant at,
      boolean usual,
      List<Sheet.PartWords> parts,
      List<Sheet.DeductionWords> deductions,
      List<Sheet.GradeWords> grades) {}

  record Versions(List<VersionWords> items) {}

  @GetMapping("/api/evaluation/schemes")
  Versions list(@RequestParam(required = false) @Nullable String of) {
    var all = table.versions();
    return new Versions(
        all.stream()
            .filter(one -> of == null || one.scheme().of().code().equals(of))
            .map(one -> words(one, all))
            .toList());
  }

  @PostMapping("/api/evaluation/schemes")
  @ResponseStatus(HttpStatus.CREATED)
  VersionWords add(Actor actor, @RequestBody SchemeForm form) {
    var scheme = form.read(clock.today(), gradesOf(form));
    for (var known : table.versions()) {
      if (known.scheme().code().equals(scheme.code()) && known.scheme().of() != scheme.of()) {
        throw Problem.conflict(
                "This code belongs to a scheme for other objects.", Map.of("field", "code"))
            .asException();
      }
    }
    var kept = keepingUsual(scheme);
    try {
      table.insert(kept, actor.userName(), clock.instant());
    } catch (DuplicateKeyException taken) {
      throw Problem.conflict(
              "A version of this scheme begins on that day already; begin on another.",
              Map.of("field", "validFrom"))
          .asException();
    }
    return words(
        new SchemeTable.Version(kept, actor.userName(), clock.instant()), table.versions());
  }

  /// Those of the version that the new one follows.
  private Grades gradesOf(SchemeForm form) {
    return table.versions().stream()
        .map(SchemeTable.Version::scheme)
        .filter(known -> known.code().equals(form.code()) && form.validFrom() != null)
        .filter(known -> !known.validFrom().isAfter(form.validFrom()))
        .max(Comparator.comparing(Scheme::validFrom))
        .map(Scheme::grades)
        .orElse(Grades.USUAL);
  }

  /// What a kind is usually scored by stays that scheme, whatever version is sent.
  private Scheme keepingUsual(Scheme scheme) {
    boolean usual =
        table.versions().stream()
            .filter(one -> one.scheme().of() == scheme.of() && one.scheme().usual())
            .map(one -> one.scheme().code())
            .findFirst()
            .map(scheme.code()::equals)
            .orElse(scheme.usual());
    return new Scheme(
        scheme.code(),
        scheme.of(),
        scheme.zh(),
        scheme.en(),
        scheme.validFrom(),
        usual,
        scheme.parts(),
        scheme.deductions(),
        scheme.grades());
  }

  private static VersionWords words(SchemeTable.Version version, List<SchemeTable.Version> all) {
    var scheme = version.scheme();
    var words = Sheet.SchemeWords.of(scheme);
    var next =
        all.stream()
            .map(SchemeTable.Version::scheme)
            .filter(other -> other.code().equals(scheme.code()))
            .map(Scheme::validFrom)
            .filter(from -> from.isAfter(scheme.validFrom()))
            .min(LocalDate::compareTo);
    return new VersionWords(
        scheme.code(),
        words.of(),
        words.name(),
        scheme.validFrom(),
        next.map(day -> day.minusDays(1)).orElse(null),
        version.by(),
        version.at(),
        scheme.usual(),
        words.parts(),
        words.deductions(),
        Sheet.GradeWords.of(scheme.grades()));
  }
}
