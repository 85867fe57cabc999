package org.citygrid.intake.report;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.citygrid.intake.form.JsonForm;
import org.citygrid.intake.photo.CleanPhoto;
import org.citygrid.intake.photo.Photos;
import org.citygrid.intake.report.Acceptance.Accepted;
import org.citygrid.intake.report.Acceptance.Clash;
import org.citygrid.intake.report.Acceptance.Known;
import org.citygrid.intake.report.GroupCommit.Overloaded;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;
import tools.jackson.databind.json.JsonMapper;

/// Accepts one report: reads, checks, keeps its photos, stores it, and only then answers. Nothing
/// is stored of a report that is refused.
final class ReportIntake {
  private final JsonMapper json;
  private final Imprint imprint;
  private final ReportCheck check;
  private final ReportTable table;
  private final GroupCommit<Filing, Acceptance> commits;
  private final Photos photos;
  private final Attachments attachments;
  private final ReportCounts counts;
  private final TownClock clock;
  private final SecureRandom random = new SecureRandom();

  ReportIntake(
      JsonMapper json,
      ReportCheck check,
      ReportTable table,
      GroupCommit<Filing, Acceptance> commits,
      Photos photos,
      ReportCounts counts,
      TownClock clock) {
    this.json = json;
    this.imprint = new Imprint(json);
    this.check = check;
    this.table = table;
    this.commits = commits;
    this.photos = photos;
    this.attachments = new Attachments(photos);
    this.counts = counts;
    this.clock = clock;
  }

  /// @throws org.citygrid.platform.problem.ProblemException naming every wrong field; 409 when the
  ///   key belongs to another report; 503 when nothing can be stored
  Acceptance accept(Incoming incoming, @Nullable Actor actor) {
    Violations violations = new Violations();
    UUID id = imprint.key(incoming.key(), violations);
    JsonForm form = JsonForm.parse(json, incoming.body(), violations).orElse(null);
    String source = actor == null ? "public" : "account";
    if (form == null) {
      throw refuse(source, violations);
    }
    ReportForm read = ReportForm.read(form);
    form.finish();
    Origin origin = Origin.of(actor, read, violations);
    String hash = imprint.hash(form.content(), incoming.photos(), actor);
    if (!violations.isEmpty()) {
      Optional<Acceptance> before = findBefore(id, hash);
      if (before.isPresent()) {
        return told(origin.source(), before.get());
      }
    }
    List<CleanPhoto> pictures = attachments.clean(incoming.photos(), read.photoIds(), violations);
    Submission sent = submission(id, hash, read, origin, incoming.photos().size(), pictures);
    Optional<Report> report = check.check(sent, violations);
    if (report.isEmpty()) {
      return findBefore(id, hash)
          .map(before -> told(origin.source(), before))
          .orElseThrow(() -> refuse(origin.source(), violations));
    }
    photos.write(pictures);
    return told(
        origin.source(),
        store(new Filing(report.get(), pictures, actor == null ? null : actor.userName())));
  }

  private Optional<Acceptance> findBefore(UUID id, String hash) {
    return Optional.ofNullable(table.findAll(List.of(id)).get(id))
        .map(stored -> stored.compare(hash));
  }

  private Submission submission(
      UUID id, String hash, ReportForm form, Origin origin, int files, List<CleanPhoto> pictures) {
    List<String> photoIds = Attachments.all(form.photoIds(), pictures);
    Instant now = clock.instant();
    return new Submission(
        id, Receipt.draw(random).code(), hash, form, origin, files, photoIds, now);
  }

  private Acceptance store(Filing filing) {
    try {
      return commits.write(filing);
    } catch (Overloaded | TransactionSystemException unknown) {
      counts.count(filing.report().source(), "unavailable");
      throw Problem.unavailable().asException();
    }
  }

  private Acceptance told(String source, Acceptance acceptance) {
    counts.count(
        source,
        switch (acceptance) {
          case Accepted _ -> "accepted";
          case Known _ -> "known";
          case Clash _ -> "clash";
        });
    if (acceptance instanceof Clash) {
      throw Problem.conflict(
              "This Idempotency-Key belongs to another report; a new report needs a new key.",
              Map.of())
          .asException();
    }
    return acceptance;
  }

  private RuntimeException refuse(String source, Violations violations) {
    counts.countRejected(source, violations);
    return Problem.badRequest(violations.list().stream().distinct().toList()).asException();
  }
}
