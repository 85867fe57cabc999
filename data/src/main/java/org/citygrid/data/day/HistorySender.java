package org.citygrid.data.day;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.citygrid.data.api.Answer;
import org.citygrid.data.api.Api;
import org.citygrid.data.day.Told.Act;
import org.citygrid.data.day.Told.Report;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Hands a history over through the migration doors: first the reports, then, as the cases come out
/// of Kafka, all that was done about them. Sending the same history twice changes nothing.
public final class HistorySender {

  private static final String LINES = "application/x-ndjson";
  private static final int REPORTS_A_BATCH = 3_000;
  private static final int CASES_A_BATCH = 400;
  private static final int SENDERS = 3;
  private static final long PATIENCE_SECONDS = 180;

  private final Api admin;
  private final JsonMapper json;
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger applied = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final TreeMap<String, Integer> reasons = new TreeMap<>();

  public HistorySender(Api admin, JsonMapper json) {
    this.admin = admin;
    this.json = json;
  }

  /// What came of it.
  ///
  /// @param refusals how many lines, by reason
  public record Sent(int reports, int acts, int refused, TreeMap<String, Integer> refusals) {}

  public Sent sendReports(List<Told> history) throws InterruptedException {
    List<String> batches = new ArrayList<>();
    for (int i = 0; i < history.size(); i += REPORTS_A_BATCH) {
      var lines = new StringBuilder();
      history.subList(i, Math.min(history.size(), i + REPORTS_A_BATCH)).stream()
          .map(told -> line(told.report()))
          .forEach(line -> lines.append(line).append('\n'));
      batches.add(lines.toString());
    }
    inParallel(batches, this::sendReportBatch);
    return new Sent(accepted.get(), 0, refused.get(), reasons);
  }

  public Sent sendActs(List<Told> history) throws InterruptedException {
    List<String> batches = new ArrayList<>();
    for (int i = 0; i < history.size(); i += CASES_A_BATCH) {
      var lines = new StringBuilder();
      for (Told told : history.subList(i, Math.min(history.size(), i + CASES_A_BATCH))) {
        told.acts().forEach(act -> lines.append(line(told.report(), act)).append('\n'));
      }
      batches.add(lines.toString());
    }
    inParallel(batches, this::sendActBatch);
    return new Sent(accepted.get(), applied.get(), refused.get(), reasons);
  }

  private interface Sending {
    void send(String batch) throws InterruptedException;
  }

  private static void inParallel(List<String> batches, Sending sending)
      throws InterruptedException {
    try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      List<Future<@Nullable Void>> sent = new ArrayList<>();
      for (String batch : batches) {
        sent.add(
            senders.submit(() -> {
              sending.send(batch);
              return null;
            }));
      }
      for (var one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(String.valueOf(e.getCause()), e);
    }
  }

  private void sendReportBatch(String batch) throws InterruptedException {
    JsonNode answer =
        admin.post("/api/migration/reports", LINES, batch).orThrow("sending reports of the past");
    accepted.addAndGet(answer.path("accepted").asInt(0) + answer.path("known").asInt(0));
    countRefusals(answer.path("rejected"));
  }

  /// Cases appear some seconds after their reports; what is not known yet is sent again.
  private void sendActBatch(String batch) throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(PATIENCE_SECONDS);
    int told = 0;
    while (true) {
      Answer answer = admin.post("/api/migration/acts", LINES, batch);
      if (answer.status() == 409 || answer.status() == 503) {
        throw new IllegalStateException("sending acts of the past: " + answer.problem());
      }
      JsonNode body = answer.orThrow("sending acts of the past");
      told += body.path("applied").asInt(0);
      if (unknown(body) == 0 || Instant.now().isAfter(deadline)) {
        applied.addAndGet(told);
        countRefusals(body.path("refused"));
        return;
      }
      Thread.sleep(500);
    }
  }

  private static int unknown(JsonNode body) {
    JsonNode unknown = body.path("unknownReports");
    return unknown.isArray() ? unknown.size() : unknown.asInt(0);
  }

  private synchronized void countRefusals(JsonNode refusals) {
    for (JsonNode refusal : refusals) {
      refused.incrementAndGet();
      String field = refusal.path("field").asString("");
      reasons.merge(
          (field.isEmpty() ? "" : field + " ") + refusal.path("reason").asString("?"),
          1,
          Integer::sum);
    }
  }

  private String line(Report report) {
    ObjectNode line =
        json.createObjectNode()
            .put("reportId", report.id().toString())
            .put("kind", report.kind())
            .put("classCode", report.classCode())
            .put("description", report.description())
            .put("observedAt", report.observedAt().toString())
            .put("receivedAt", report.receivedAt().toString())
            .put("source", report.source())
            .put("channel", report.channel());
    line.putObject("location").put("lon", report.lon()).put("lat", report.lat());
    if (report.componentCode() != null) {
      line.put("componentCode", report.componentCode());
    }
    if (report.reporter() != null) {
      line.put("reporter", report.reporter());
    }
    if (report.selfHandled()) {
      line.put("selfHandled", true);
    }
    return line.toString();
  }

  private String line(Report report, Act act) {
    ObjectNode line =
        json.createObjectNode()
            .put("reportId", report.id().toString())
            .put("action", act.action())
            .put("at", act.at().toString())
            .put("actor", act.actor())
            .put("role", act.role());
    if (act.opinion() != null) {
      line.put("opinion", act.opinion());
    }
    if (act.unitCode() != null) {
      line.put("unitCode", act.unitCode());
    }
    if (act.conditionId() != null) {
      line.put("conditionId", act.conditionId());
    }
    if (act.until() != null) {
      line.put("until", act.until().toString());
    }
    if (act.masterReportId() != null) {
      line.put("masterReportId", act.masterReportId().toString());
    }
    return line.toString();
  }
}
