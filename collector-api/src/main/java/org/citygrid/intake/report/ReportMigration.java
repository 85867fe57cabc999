package org.citygrid.intake.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.citygrid.asset.ComponentSummary;
import org.citygrid.intake.form.JsonForm;
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
  private static final int CHUNK = 1000;
  private static final int MAX_LINE = 100_000;
  private static final int MAX_TOLD = 1000;

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

  /// @param rejected the first thousand; `rejectedCount` has them all
  record Outcome(int accepted, int known, List<Rejected> rejected, int rejectedCount) {}

  record Rejected(int line, String field, String reason) {}

  private record Line(int number, Submission sent, Violations violations) {}

  private static final class Tally {
    int accepted;
    int known;
    int rejectedCount;
    final List<Rejected> rejected = new ArrayList<>();

    void reject(int line, List<FieldError> errors) {
      rejectedCount++;
      for (FieldError error : errors) {
        if (rejected.size() < MAX_TOLD) {
          rejected.add(new Rejected(line, error.field(), error.message()));
        }
      }
    }

    Outcome outcome() {
      return new Outcome(accepted, known, rejected, rejectedCount);
    }
  }

  Outcome migrate(InputStream ndjson) throws IOException {
    Tally tally = new Tally();
    BufferedReader lines = new BufferedReader(new InputStreamReader(ndjson, UTF_8), 1 << 16);
    List<Line> chunk = new ArrayList<>(CHUNK);
    int number = 0;
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      number++;
      if (!text.isBlank()) {
        read(number, text, tally).ifPresent(chunk::add);
      }
      if (chunk.size() == CHUNK) {
        store(chunk, tally);
        chunk.clear();
      }
    }
    store(chunk, tally);
    return tally.outcome();
  }

  private Optional<Line> read(int number, String text, Tally tally) {
    Violations violations = new Violations();
    violations.require(text.length() <= MAX_LINE, "body", "is longer than " + MAX_LINE);
    Submission sent = violations.isEmpty() ? parse(text, violations) : null;
    if (sent == null) {
      reject(number, violations, tally);
      return Optional.empty();
    }
    return Optional.of(new Line(number, sent, violations));
  }

  private @Nullable Submission parse(String text, Violations violations) {
    byte[] body = text.getBytes(UTF_8);
    JsonForm form = JsonForm.parse(json, body, violations).orElse(null);
    if (form == null) {
      return null;
    }
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
    return new Submission(id, receipt, hash, read, origin, 0, read.photoIds(), receivedAt);
  }

  private void store(List<Line> lines, Tally tally) {
    if (lines.isEmpty()) {
      return;
    }
    List<Line> good = new ArrayList<>();
    List<Report> reports = check(lines, good, tally);
    List<Acceptance> answers =
        reports.isEmpty() ? List.of() : table.acceptAll(reports.stream().map(Filing::of).toList());
    for (int at = 0; at < answers.size(); at++) {
      String source = reports.get(at).source();
      switch (answers.get(at)) {
        case Accepted _ -> {
          tally.accepted++;
          counts.count(source, "accepted");
        }
        case Known _ -> {
          tally.known++;
          counts.count(source, "known");
        }
        case Clash _ -> {
          counts.count(source, "clash");
          tally.reject(
              good.get(at).number(),
              List.of(new FieldError("reportId", "belongs to another report")));
        }
      }
    }
  }

  /// Components and photos are looked up once for all lines.
  private List<Report> check(List<Line> lines, List<Line> good, Tally tally) {
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
              () -> reject(line.number(), line.violations(), tally));
    }
    return reports;
  }

  private void reject(int number, Violations violations, Tally tally) {
    counts.countRejected("migration", violations);
    tally.reject(number, violations.list());
  }
}
