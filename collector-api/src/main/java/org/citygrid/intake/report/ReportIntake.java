package org.citygrid.intake.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.citygrid.intake.form.JsonForm;
import org.citygrid.intake.photo.CleanPhoto;
import org.citygrid.intake.photo.PhotoCleaner;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/// Accepts one report: reads, checks, keeps its photos, stores it, and only then answers. Nothing
/// is stored of a report that is refused.
final class ReportIntake {
  private final JsonMapper json;
  private final JsonMapper canonical;
  private final ReportCheck check;
  private final ReportTable table;
  private final GroupCommit<Report, Acceptance> commits;
  private final Photos photos;
  private final ReportCounts counts;
  private final TownClock clock;
  private final SecureRandom random = new SecureRandom();

  ReportIntake(
      JsonMapper json,
      ReportCheck check,
      ReportTable table,
      GroupCommit<Report, Acceptance> commits,
      Photos photos,
      ReportCounts counts,
      TownClock clock) {
    this.json = json;
    this.canonical = json.rebuild().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
    this.check = check;
    this.table = table;
    this.commits = commits;
    this.photos = photos;
    this.counts = counts;
    this.clock = clock;
  }

  /// @throws org.citygrid.platform.problem.ProblemException naming every wrong field; 409 when the
  ///   key belongs to another report; 503 when nothing can be stored
  Acceptance accept(Incoming incoming, @Nullable Actor actor) {
    Violations violations = new Violations();
    UUID id = readKey(incoming.key(), violations);
    JsonForm form = JsonForm.parse(json, incoming.body(), violations).orElse(null);
    String source = actor == null ? "public" : "account";
    if (form == null) {
      throw refuse(source, violations);
    }
    ReportForm read = ReportForm.read(form);
    form.finish();
    Origin origin = Origin.of(actor, read, violations);
    String hash = hash(form.content(), incoming.photos(), actor);
    if (!incoming.photos().isEmpty() || !violations.isEmpty()) {
      Optional<Acceptance> before = findBefore(id, hash);
      if (before.isPresent()) {
        return told(origin.source(), before.get());
      }
    }
    List<CleanPhoto> pictures = clean(incoming.photos(), read, violations);
    Submission sent = submission(id, hash, read, origin, incoming.photos().size(), pictures);
    Optional<Report> report = check.check(sent, violations);
    if (report.isEmpty()) {
      return findBefore(id, hash)
          .map(before -> told(origin.source(), before))
          .orElseThrow(() -> refuse(origin.source(), violations));
    }
    photos.keep(pictures, actor == null ? null : actor.userName());
    return told(origin.source(), store(report.get()));
  }

  private UUID readKey(@Nullable String key, Violations violations) {
    UUID id = key == null ? UUID.randomUUID() : JsonForm.findUuid(key.strip());
    violations.require(id != null, "Idempotency-Key", "must be a UUID");
    return id == null ? UUID.randomUUID() : id;
  }

  /// Of what was sent, whatever the order of its fields, and by whom.
  private String hash(JsonNode content, List<Incoming.Upload> files, @Nullable Actor actor) {
    StringBuilder all = new StringBuilder(canonical.writeValueAsString(content));
    files.forEach(file -> all.append('\n').append(PhotoCleaner.sha256(file.file())));
    all.append('\n').append(actor == null ? "" : actor.userName());
    return PhotoCleaner.sha256(all.toString().getBytes(UTF_8));
  }

  private Optional<Acceptance> findBefore(UUID id, String hash) {
    return Optional.ofNullable(table.findAll(List.of(id)).get(id))
        .map(stored -> stored.compare(hash));
  }

  private List<CleanPhoto> clean(
      List<Incoming.Upload> files, ReportForm form, Violations violations) {
    List<CleanPhoto> pictures = new ArrayList<>();
    if (files.size() + form.photoIds().size() <= ReportCheck.MAX_PHOTOS) {
      files.forEach(
          file -> photos.clean(file.file(), file.field(), violations).ifPresent(pictures::add));
    }
    Set<String> unknown = new HashSet<>(form.photoIds());
    unknown.removeAll(photos.findKnown(form.photoIds()));
    for (int at = 0; at < form.photoIds().size(); at++) {
      violations.require(
          !unknown.contains(form.photoIds().get(at)),
          "photoIds[" + at + "]",
          "is not a known photo");
    }
    return pictures;
  }

  private Submission submission(
      UUID id, String hash, ReportForm form, Origin origin, int files, List<CleanPhoto> pictures) {
    List<String> photoIds = new ArrayList<>(form.photoIds());
    pictures.stream().map(CleanPhoto::id).filter(p -> !photoIds.contains(p)).forEach(photoIds::add);
    Instant now = clock.instant();
    return new Submission(
        id, Receipt.draw(random).code(), hash, form, origin, files, List.copyOf(photoIds), now);
  }

  private Acceptance store(Report report) {
    try {
      return commits.write(report);
    } catch (Overloaded | TransactionSystemException unknown) {
      counts.count(report.source(), "unavailable");
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
