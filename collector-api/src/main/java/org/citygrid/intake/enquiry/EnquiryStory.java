package org.citygrid.intake.enquiry;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citygrid.intake.report.Receipt;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/// What whoever has the receipt of an enquiry may know of it.
///
/// @param status `RECEIVED`, `ACCEPTED`, `HANDLING`, `ANSWERED`, `REOPENED`, `CLOSED` or
///   `CONVERTED`
/// @param deadline until when an answer comes, while it is awaited
/// @param answer the latest
/// @param reportReceipt of the report it goes on as
/// @param mayRate whether there is an answer that was not rated yet
public record EnquiryStory(
    String receipt,
    String status,
    LocalText statusWords,
    String kind,
    LocalText kindWords,
    String description,
    @Nullable Place place,
    Instant reportedAt,
    @Nullable String number,
    @Nullable Instant deadline,
    @Nullable String answer,
    @Nullable Instant answeredAt,
    @Nullable String reportReceipt,
    boolean mayRate,
    @Nullable Rated rating,
    List<Told> steps,
    List<String> photoIds) {

  public record Place(double lon, double lat) {}

  public record Rated(
      @Nullable Integer stars, boolean satisfied, @Nullable String words, Instant at) {}

  /// @param photoIds always empty: the fields are those of a report's steps
  public record Told(Instant at, LocalText words, @Nullable String note, List<String> photoIds) {}

  private static final Map<String, LocalText> WORDS =
      Map.ofEntries(
          say("ASK", "已收到您的诉求", "We have your request"),
          say("ACCEPT", "已受理，正在办理", "Accepted and being worked on"),
          say("FORWARD", "已转承办单位办理", "Passed on to those who can answer"),
          say("ANSWER", "已答复", "Answered"),
          say("OBJECT", "您不满意，已重新办理", "You were not satisfied; taken up again"),
          say("REOPEN", "已重新办理", "Taken up again"),
          say("RATE", "您已评价", "You rated the answer"),
          say("CONVERT", "已转为案件处理", "Goes on as a case"),
          say("CLOSE", "已办结", "Closed"));

  static EnquiryStory of(
      EnquiryTable.Found found, List<EnquiryEvent> steps, Optional<Rating> rating) {
    var latest = steps.isEmpty() ? null : steps.getLast();
    var state =
        latest == null
            ? EnquiryState.NEW
            : EnquiryState.find(requireNonNull(latest.to())).orElse(EnquiryState.NEW);
    var answer = latest(steps, "ANSWER");
    var converted = latest(steps, "CONVERT");
    var kind = EnquiryKind.find(found.kind()).orElseThrow();
    Double lon = found.lon();
    Double lat = found.lat();
    return new EnquiryStory(
        found.receipt(),
        state.status(),
        state.words(),
        found.kind(),
        kind.words(),
        found.text(),
        lon == null || lat == null ? null : new Place(lon, lat),
        found.receivedAt(),
        latest == null ? null : latest.number(),
        latest != null && state.isWaiting() ? latest.dueAt() : null,
        answer == null ? null : answer.publicNote(),
        answer == null ? null : answer.at(),
        converted == null ? null : converted.reportReceipt(),
        answer != null && rating.isEmpty(),
        rating
            .map(one -> new Rated(one.stars(), one.satisfied(), one.words(), one.ratedAt()))
            .orElse(null),
        tell(found, steps),
        found.photoIds());
  }

  private static @Nullable EnquiryEvent latest(List<EnquiryEvent> steps, String act) {
    return steps.reversed().stream().filter(s -> act.equals(s.act())).findFirst().orElse(null);
  }

  private static List<Told> tell(EnquiryTable.Found found, List<EnquiryEvent> steps) {
    List<Told> told = new ArrayList<>();
    if (steps.isEmpty() || !"ASK".equals(steps.getFirst().act())) {
      told.add(new Told(found.receivedAt(), requireNonNull(WORDS.get("ASK")), null, List.of()));
    }
    for (EnquiryEvent step : steps) {
      LocalText words = WORDS.get(requireNonNull(step.act()));
      if (words != null) {
        told.add(new Told(requireNonNull(step.at()), words, step.publicNote(), List.of()));
      }
    }
    return told;
  }

  private static Map.Entry<String, LocalText> say(String act, String zh, String en) {
    return entry(act, new LocalText(zh, en));
  }

  /// Finds stories by their receipts.
  public static final class Shelf {
    private final EnquiryTable table;

    Shelf(EnquiryTable table) {
      this.table = table;
    }

    public Optional<EnquiryStory> find(Receipt receipt) {
      return table
          .findByReceipt(receipt.code())
          .map(found ->
              of(found, table.listSteps(found.enquiryId()), table.findRating(found.enquiryId())));
    }
  }
}
