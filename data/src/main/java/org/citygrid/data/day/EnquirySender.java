package org.citygrid.data.day;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.citygrid.data.api.Api;
import org.citygrid.data.day.ToldEnquiry.Act;
import org.citygrid.data.day.ToldEnquiry.Rating;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Hands the enquiries of the past over through the migration doors: first what was asked, then, as
/// it comes out of Kafka, what was done about it. Sending the same twice changes nothing.
public final class EnquirySender {

  private static final String LINES = "application/x-ndjson";
  private static final long PATIENCE_SECONDS = 240;
  private static final long PAUSE_MILLIS = 300;

  private final Api admin;
  private final JsonMapper json;

  public EnquirySender(Api admin, JsonMapper json) {
    this.admin = admin;
    this.json = json;
  }

  /// @return how many were refused
  public int sendQuestions(List<ToldEnquiry> history) throws InterruptedException {
    var lines = new StringBuilder();
    history.forEach(told -> lines.append(line(told)).append('\n'));
    return admin
        .post("/api/migration/enquiries", LINES, lines.toString())
        .orThrow("sending requests of the past")
        .path("rejectedCount")
        .asInt(0);
  }

  /// What came of it.
  ///
  /// @param refusals how many lines, by reason
  public record Sent(int acts, int refused, TreeMap<String, Integer> refusals) {}

  /// @throws IllegalStateException when some did not arrive in time
  public Sent sendActs(List<ToldEnquiry> history) throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(PATIENCE_SECONDS);
    List<ToldEnquiry> left = history;
    int applied = 0;
    int refused = 0;
    TreeMap<String, Integer> refusals = new TreeMap<>();
    while (!left.isEmpty()) {
      JsonNode answer =
          admin
              .post("/api/migration/enquiry-acts", LINES, lines(left))
              .orThrow("sending what was done about requests of the past");
      applied += answer.path("applied").asInt(0) + answer.path("known").asInt(0);
      refused += answer.path("refusedCount").asInt(0);
      answer
          .path("refused")
          .forEach(one -> refusals.merge(one.path("reason").asString("?"), 1, Integer::sum));
      Set<UUID> unknown = new HashSet<>();
      answer.path("unknownEnquiries").forEach(id -> unknown.add(UUID.fromString(id.asString(""))));
      left = left.stream().filter(told -> unknown.contains(told.id())).toList();
      if (!left.isEmpty()) {
        if (Instant.now().isAfter(deadline)) {
          throw new IllegalStateException(
              "%d requests of the past did not arrive within %d s"
                  .formatted(left.size(), PATIENCE_SECONDS));
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
    return new Sent(applied, refused, refusals);
  }

  private String line(ToldEnquiry told) {
    ObjectNode line =
        json.createObjectNode()
            .put("enquiryId", told.id().toString())
            .put("kind", told.kind())
            .put("text", told.text())
            .put("channel", told.channel())
            .put("receivedAt", told.receivedAt().toString());
    if (told.registeredBy() != null) {
      line.put("registeredBy", told.registeredBy());
    }
    if (told.place() != null) {
      line.putObject("location").put("lon", told.place().lon()).put("lat", told.place().lat());
    }
    Rating rating = told.rating();
    if (rating != null) {
      ObjectNode rated =
          line.putObject("rating").put("stars", rating.stars()).put("at", rating.at().toString());
      if (rating.words() != null) {
        rated.put("words", rating.words());
      }
    }
    return line.toString();
  }

  private String lines(List<ToldEnquiry> history) {
    var lines = new StringBuilder();
    for (ToldEnquiry told : history) {
      told.acts().forEach(act -> lines.append(line(told, act)).append('\n'));
    }
    return lines.toString();
  }

  private String line(ToldEnquiry told, Act act) {
    ObjectNode line =
        json.createObjectNode()
            .put("enquiryId", told.id().toString())
            .put("action", act.action())
            .put("at", act.at().toString());
    Rating rating = told.rating();
    if (act.action().equals("RATE") && rating != null) {
      return line.put("stars", rating.stars()).put("opinion", rating.words()).toString();
    }
    line.put("actor", act.actor()).put("role", act.role());
    if (act.unitCode() != null) {
      line.put("unitCode", act.unitCode());
    }
    if (act.words() != null) {
      line.put(act.action().equals("ANSWER") ? "answer" : "opinion", act.words());
    }
    return line.toString();
  }
}
