package org.citygrid.intake.report;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.citygrid.asset.ComponentSummary;
import org.citygrid.intake.form.JsonForm;
import org.citygrid.intake.form.PastLines;
import org.citygrid.intake.photo.PhotoCleaner;
import org.citygrid.intake.photo.Photos;
import org.citygrid.intake.report.Acceptance.Accepted;
import org.citygrid.intake.report.Acceptance.Clash;
import org.citygrid.intake.report.Acceptance.Known;
import org.citygrid.platform.problem.FieldError;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Accepts reports of former days by the thousand: the same checks, the same exactly-once, the same
/// messages; only their age is not held against them. A bad line is told of and the rest goes on.
final class ReportMigration {
  private static final int MAX_LINE = 100_000;

  private final JsonMapper json;
  private final TownFactsOfDoors town;
  private final ReportTable table;
  private final Photos photos;
  private final ReportCounts counts;
  private final TownClock clock;
  private final SecureRandom random = new SecureRandom();

  ReportMigration(
      JsonMapper json,
      TownFactsOfDoors town,
      ReportTable table,
      Photos photos,
      ReportCounts counts,
      TownClock clock) {
    this.json = json;
    this.town = town;
    this.table = table;
    this.photos = photos;
    this.counts = counts;
    this.clock = clock;
  }

  private record Line(int number, Submission sent, Violations violations) {}

  PastLines.Outcome migrate(InputStream ndjson) throws IOException {
    PastLines past = new PastLines(json, MAX_LINE);
    return past.take(
        ndjson,
        this::read,
        wrong -> counts.countRejected("migration", wrong),
        lines -> store(lines, past));
  }

  private @Nullable Line read(int number, JsonForm form, byte[] body, Violations violations) {
    ReportForm read = ReportForm.read(form);
    UUID id = form.uuid("reportId");
    Instant receivedAt = form.instant("receivedAt");
    String reporter = form.text("reporter", 64);
    form.finish();
    violations.require(!form.lacks("reportId"), "reportId", "is missing");
    violations.require(!form.lacks("receivedAt"), "receivedAt", "is missing");
    violations.require(
        receivedAt == null || !receivedAt.isAfter(clock.instant().plus(ReportCheck.AHEAD)),
        "receivedAt",
        "lies in the future");
    Origin origin = Origin.migrated(read, reporter, violations);
    if (id == null || receivedAt == null) {
      return null;
    }
    String receipt = Receipt.draw(random).code();
    String hash = PhotoCleaner.sha256(body);
    return new Line(
        number,
        new Submission(id, receipt, hash, read, origin, 0, read.photoIds(), receivedAt),
        violations);
  }

  private void store(List<Line> lines, PastLines past) {
    List<Line> good = new ArrayList<>();
    List<Report> reports = check(lines, good, past);
    List<Acceptance> answers =
        reports.isEmpty() ? List.of() : table.acceptAll(reports.stream().map(Filing::of).toList());
    for (int at = 0; at < answers.size(); at++) {
      String source = reports.get(at).source();
      switch (answers.get(at)) {
        case Accepted _ -> {
          past.countAccepted(1);
          counts.count(source, "accepted");
        }
        case Known _ -> {
          past.countKnown();
          counts.count(source, "known");
        }
        case Clash _ -> {
          counts.count(source, "clash");
          past.reject(
              good.get(at).number(),
              List.of(new FieldError("reportId", "belongs to another report")));
        }
      }
    }
  }

  /// Components and photos are looked up once for all lines.
  private List<Report> check(List<Line> lines, List<Line> good, PastLines past) {
    Map<String, ComponentSummary> components =
        town.findComponents(
            lines.stream()
                .map(line -> line.sent().form().componentCode())
                .filter(code -> code != null)
                .distinct()
                .toList());
    ReportCheck check = new ReportCheck(town.with(components));
    Set<String> named = new HashSet<>();
    lines.forEach(line -> named.addAll(line.sent().photoIds()));
    Set<String> known = photos.findKnown(named);
    List<Report> reports = new ArrayList<>(lines.size());
    for (Line line : lines) {
      line.violations()
          .require(known.containsAll(line.sent().photoIds()), "photoIds", "names an unknown photo");
      check
          .check(line.sent(), line.violations())
          .ifPresentOrElse(
              report -> {
                reports.add(report);
                good.add(line);
              },
              () -> reject(line.number(), line.violations(), past));
    }
    return reports;
  }

  private void reject(int number, Violations violations, PastLines past) {
    counts.countRejected("migration", violations);
    past.reject(number, violations.list());
  }
}
