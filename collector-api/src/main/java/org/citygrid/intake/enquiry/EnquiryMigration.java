package org.citygrid.intake.enquiry;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.citygrid.intake.form.JsonForm;
import org.citygrid.intake.form.PastLines;
import org.citygrid.intake.photo.PhotoCleaner;
import org.citygrid.intake.report.Receipt;
import org.citygrid.platform.message.Outbox;
import org.citygrid.platform.problem.FieldError;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.CityGridSettings;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Accepts what was asked on former days by the thousand: the same checks, the same exactly-once,
/// the same messages. How an answer was liked is kept here for its receipt; the dispatch service is
/// told of it among the acts of the past, where it has its place in time. A bad line is told of and
/// the rest goes on.
final class EnquiryMigration {
  private static final int MAX_LINE = 20_000;
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final JsonMapper json;
  private final EnquiryTable table;
  private final TransactionTemplate transaction;
  private final Outbox outbox;
  private final Asking asking;
  private final CityGridSettings town;
  private final TownClock clock;
  private final SecureRandom random = new SecureRandom();

  EnquiryMigration(
      JsonMapper json,
      EnquiryTable table,
      TransactionTemplate transaction,
      Outbox outbox,
      Asking asking,
      CityGridSettings town,
      TownClock clock) {
    this.json = json;
    this.table = table;
    this.transaction = transaction;
    this.outbox = outbox;
    this.asking = asking;
    this.town = town;
    this.clock = clock;
  }

  private record Line(int number, Asked asked, Optional<Rating> rating) {}

  PastLines.Outcome migrate(InputStream ndjson) throws IOException {
    PastLines past = new PastLines(json, MAX_LINE);
    return past.take(ndjson, this::read, _ -> {}, lines -> store(lines, past));
  }

  private @Nullable Line read(int number, JsonForm form, byte[] body, Violations wrong) {
    UUID id = form.uuid("enquiryId");
    Instant receivedAt = form.instant("receivedAt");
    String registeredBy = form.text("registeredBy", 64);
    Optional<JsonForm> rated = form.object("rating");
    AskingForm read = AskingForm.migrated(form, registeredBy);
    wrong.require(!form.lacks("enquiryId"), "enquiryId", "is missing");
    wrong.require(!form.lacks("receivedAt"), "receivedAt", "is missing");
    wrong.require(isPast(receivedAt), "receivedAt", "lies in the future");
    wrong.require(read.photoIds().isEmpty(), "photoIds", "are not brought in with the past");
    var placement = asking.place(read.place(), wrong);
    if (id == null || receivedAt == null) {
      return null;
    }
    Optional<Rating> rating = rated.flatMap(one -> rating(one, id, wrong));
    if (!wrong.isEmpty()) {
      return null;
    }
    String hash = PhotoCleaner.sha256(body);
    String receipt = Receipt.draw(random).code();
    return new Line(
        number, Asked.of(id, receipt, hash, read, placement, town.town(), receivedAt), rating);
  }

  private Optional<Rating> rating(JsonForm form, UUID id, Violations wrong) {
    Instant at = form.instant("at");
    wrong.require(!form.lacks("at"), "rating.at", "is missing");
    wrong.require(isPast(at), "rating.at", "lies in the future");
    return at == null ? Optional.empty() : Optional.of(Rating.read(form, id, at));
  }

  private boolean isPast(@Nullable Instant at) {
    return at == null || !at.isAfter(clock.instant().plus(AHEAD));
  }

  private void store(List<Line> lines, PastLines past) {
    Set<UUID> fresh = requireNonNull(transaction.execute(_ -> insert(lines)));
    past.countAccepted(fresh.size());
    Map<UUID, String> before =
        table.hashes(lines.stream().map(l -> l.asked().enquiryId()).toList());
    for (Line line : lines) {
      Asked asked = line.asked();
      if (fresh.remove(asked.enquiryId())) {
        continue;
      }
      if (asked.contentHash().equals(before.get(asked.enquiryId()))) {
        past.countKnown();
      } else {
        past.reject(
            line.number(), List.of(new FieldError("enquiryId", "belongs to another request")));
      }
    }
  }

  private Set<UUID> insert(List<Line> lines) {
    Set<UUID> fresh = table.insertAll(lines.stream().map(Line::asked).toList());
    for (Line line : lines) {
      if (fresh.contains(line.asked().enquiryId())) {
        line.rating().ifPresent(rating -> table.insert(rating, line.asked().contentHash()));
      }
    }
    outbox.appendAll(
        lines.stream()
            .map(Line::asked)
            .filter(asked -> fresh.contains(asked.enquiryId()))
            .map(EnquiryMessage::of)
            .toList());
    return fresh;
  }
}
