package org.citygrid.data.day;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  private static final long PATIENCE_SECONDS = 240;
  private static final long PAUSE_MILLIS = 700;

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
    List<List<Told>> batches = new ArrayList<>();
    for (int i = 0; i < history.size(); i += CASES_A_BATCH) {
      batches.add(history.subList(i, Math.min(history.size(), i + CASES_A_BATCH)));
    }
    inParallel(batches, this::sendActBatch);
    return new Sent(accepted.get(), applied.get(), refused.get(), reasons);
  }

  private interface Sending<T> {
    void send(T batch) throws InterruptedException;
  }

  private static <T> void inParallel(List<T> batches, Sending<T> sending)
      throws InterruptedException {
    try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      List<Future<@Nullable Void>> sent = new ArrayList<>();
      for (T batch : batches) {
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

  /// Cases appear some seconds after their reports; the acts of those that are not there yet are
  /// sent again, and so is everything after a server's slip.
  private void sendActBatch(List<Told> cases) throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(PATIENCE_SECONDS);
    List<Told> left = cases;
    while (!left.isEmpty()) {
      boolean lastTry = Instant.now().isAfter(deadline);
      Answer answer = admin.post("/api/migration/acts", LINES, lines(left));
      if (answer.status() >= 500 && !lastTry) {
        Thread.sleep(PAUSE_MILLIS);
        continue;
      }
      JsonNode body = answer.orThrow("sending acts of the past");
      applied.addAndGet(body.path("applied").asInt(0));
      countRefusals(body.path("refused"));
      Set<String> unknown = new HashSet<>();
      body.path("unknownReports").forEach(id -> unknown.add(id.asString("")));
      if (lastTry && !unknown.isEmpty()) {
        throw new IllegalStateException(
            "%d reports of the past did not become cases within %d s"
                .formatted(unknown.size(), PATIENCE_SECONDS));
      }
      left = left.stream().filter(told -> unknown.contains(told.report().id().toString())).toList();
      if (!left.isEmpty()) {
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  private String lines(List<Told> cases) {
    var lines = new StringBuilder();
    for (Told told : cases) {
      told.acts().forEach(act -> lines.append(line(told.report(), act)).append('\n'));
    }
    return lines.toString();
  }

  private synchronized void countRefusals(JsonNode refusals) {
    for (JsonNode refusal : refusals) {
      refused.incrementAndGet();
      String field = refusal.path("field").asString("");
      String reason = (field.isEmpty() ? "" : field + " ") + refusal.path("reason").asString("?");
      reasons.merge(reason.replaceAll("\\d+(\\.\\d+)?", "…"), 1, Integer::sum);
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
