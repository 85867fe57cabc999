package org.citygrid.intake.enquiry;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.citygrid.geo.LonLat;
import org.citygrid.grid.Grids;
import org.citygrid.grid.Placement;
import org.citygrid.intake.form.JsonForm;
import org.citygrid.intake.photo.CleanPhoto;
import org.citygrid.intake.photo.Photos;
import org.citygrid.intake.report.Acceptance;
import org.citygrid.intake.report.Acceptance.Accepted;
import org.citygrid.intake.report.Acceptance.Known;
import org.citygrid.intake.report.Attachments;
import org.citygrid.intake.report.Imprint;
import org.citygrid.intake.report.Incoming;
import org.citygrid.intake.report.Point;
import org.citygrid.intake.report.Receipt;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.message.Outbox;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.CityGridSettings;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Accepts one enquiry: reads, checks, keeps its photos, stores it with its message, and only then
/// answers. Nothing is stored of one that is refused.
final class Asking {
  private final JsonMapper json;
  private final Imprint imprint;
  private final EnquiryTable table;
  private final TransactionTemplate transaction;
  private final Outbox outbox;
  private final Photos photos;
  private final Attachments attachments;
  private final Grids grids;
  private final CityGridSettings town;
  private final TownClock clock;
  private final SecureRandom random = new SecureRandom();

  Asking(
      JsonMapper json,
      EnquiryTable table,
      TransactionTemplate transaction,
      Outbox outbox,
      Photos photos,
      Grids grids,
      CityGridSettings town,
      TownClock clock) {
    this.json = json;
    this.imprint = new Imprint(json);
    this.table = table;
    this.transaction = transaction;
    this.outbox = outbox;
    this.photos = photos;
    this.attachments = new Attachments(photos);
    this.grids = grids;
    this.town = town;
    this.clock = clock;
  }

  /// @throws org.citygrid.platform.problem.ProblemException naming every wrong field; 409 when the
  ///   key belongs to another enquiry; 503 when nothing can be stored
  Acceptance accept(Incoming incoming, @Nullable Actor actor) {
    Violations violations = new Violations();
    UUID id = imprint.key(incoming.key(), violations);
    JsonForm form = JsonForm.parse(json, incoming.body(), violations).orElse(null);
    if (form == null) {
      throw Problem.badRequest(violations.list()).asException();
    }
    AskingForm read = AskingForm.read(form, actor);
    Attachments.count(incoming.photos().size(), read.photoIds(), violations);
    List<CleanPhoto> pictures = attachments.clean(incoming.photos(), read.photoIds(), violations);
    Placement placement = place(read.place(), violations);
    violations.throwIfAny();
    String hash = imprint.hash(form.content(), incoming.photos(), actor);
    photos.keep(pictures, actor == null ? null : actor.userName());
    return store(asked(id, hash, read, Attachments.all(read.photoIds(), pictures), placement));
  }

  /// Where it lies; null when it is about no place. Notes what lies outside.
  @Nullable Placement place(@Nullable Point chosen, Violations violations) {
    if (chosen == null) {
      return null;
    }
    LonLat at = chosen.toWgs84();
    Placement placement = grids.locate(at.lon(), at.lat());
    if (placement.division() == null) {
      double kilometres = placement.metresOutside() / 1000;
      violations.add(
          "location",
          kilometres < 20_040
              ? String.format(
                  Locale.ROOT, "lies %.1f km outside every division served here", kilometres)
              : "lies outside every division served here");
    }
    return placement;
  }

  private Asked asked(
      UUID id, String hash, AskingForm form, List<String> photoIds, @Nullable Placement placement) {
    String receipt = Receipt.draw(random).code();
    return Asked.of(id, receipt, hash, form, placement, town.town(), clock.instant())
        .with(photoIds);
  }

  private Acceptance store(Asked asked) {
    try {
      return requireNonNull(transaction.execute(_ -> insert(asked)));
    } catch (TransactionException | DataAccessResourceFailureException unknown) {
      throw Problem.unavailable().asException();
    }
  }

  private Acceptance insert(Asked asked) {
    if (table.insert(asked)) {
      photos.markUsed(asked.photoIds());
      outbox.append(EnquiryMessage.of(asked));
      return new Accepted(asked.receipt());
    }
    var before = table.findStored(asked.enquiryId()).orElseThrow();
    if (!before.contentHash().equals(asked.contentHash())) {
      throw Problem.conflict(
              "This Idempotency-Key belongs to another request; a new request needs a new key.",
              Map.of())
          .asException();
    }
    return new Known(before.receipt());
  }
}
