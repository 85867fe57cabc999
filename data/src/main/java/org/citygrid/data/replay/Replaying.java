package org.citygrid.data.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.citygrid.data.api.Answer;
import org.citygrid.data.api.Api;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Sends the requests, counts the answers, and waits until every accepted one is a case.
final class Replaying {

  private static final Duration CASES_WITHIN = Duration.ofMinutes(5);

  private final Mapping mapping;
  private final Api reporter;
  private final int senders;
  private final JsonMapper json;
  private final PrintStream out;
  private final Map<String, Integer> rejects = new ConcurrentSkipListMap<>();
  private final List<String> receipts = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger repeated = new AtomicInteger();
  private final AtomicInteger rejected = new AtomicInteger();
  private final AtomicInteger duplicates = new AtomicInteger();

  Replaying(Mapping mapping, Api reporter, int senders, JsonMapper json, PrintStream out) {
    this.mapping = mapping;
    this.reporter = reporter;
    this.senders = senders;
    this.json = json;
    this.out = out;
  }

  /// @param speed how much faster than the file's own times; 0 is as fast as it goes
  void run(List<Request> requests, double speed) throws InterruptedException {
    List<Request> inOrder =
        requests.stream()
            .sorted(
                Comparator.comparing(
                    Request::createdAt, Comparator.nullsLast(Comparator.naturalOrder())))
            .toList();
    long start = System.nanoTime();
    send(inOrder, speed);
    double seconds = (System.nanoTime() - start) / 1e9;
    print(
        "sent        %,d in %.1f s: %,.0f reports/s with %d senders",
        inOrder.size(), seconds, inOrder.size() / seconds, senders);
    print(
        "accepted    %,d (%,d of them known from before), rejected %,d",
        receipts.size(), repeated.get(), rejected.get());
    rejects.forEach((reason, count) -> print("  %,6d  %s", count, reason));
    waitForCases(start);
  }

  private void send(List<Request> requests, double speed) throws InterruptedException {
    var times = Times.of(requests, Instant.now());
    long start = System.nanoTime();
    var free = new Semaphore(senders);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Request request : requests) {
        if (speed > 0 && request.createdAt() != null) {
          waitUntil(start, Duration.between(times.first(), request.createdAt()).toNanos() / speed);
        }
        free.acquire();
        threads.execute(() -> {
          try {
            sendOne(request, speed > 0 ? null : times);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            free.release();
          }
        });
      }
    }
  }

  private static void waitUntil(long start, double nanos) throws InterruptedException {
    long left = (long) nanos - (System.nanoTime() - start);
    if (left > 0) {
      Thread.sleep(Duration.ofNanos(left));
    }
  }

  private void sendOne(Request request, @Nullable Times times) throws InterruptedException {
    String key = Uuid5.of(mapping.name() + " " + request.id()).toString();
    Answer answer =
        reporter.post("/api/reports", body(request, times), Map.of("Idempotency-Key", key));
    if (answer.isOk() || answer.status() == 409) {
      if (answer.status() != 201) {
        repeated.incrementAndGet();
      }
      String receipt = answer.body().path("receipt").asString("");
      if (!receipt.isEmpty()) {
        receipts.add(receipt);
      }
    } else {
      reject(answer);
    }
  }

  private ObjectNode body(Request request, @Nullable Times times) {
    Mapping.Thing thing = mapping.thing(request.type());
    ObjectNode body =
        json.createObjectNode()
            .put("kind", thing.kind())
            .put("classCode", thing.classCode())
            .put("channel", "hotline")
            .put("description", words(request));
    if (times != null && request.createdAt() != null) {
      body.put("observedAt", times.told(request.createdAt()).toString());
    }
    if (request.hasPlace()) {
      body.putObject("location").put("lon", request.lon()).put("lat", request.lat());
    }
    return body;
  }

  private String words(Request request) {
    String when =
        request.createdAt() == null
            ? "time unknown"
            : request.createdAt().atZone(mapping.zoneId()).toLocalDateTime().toString();
    return "%s [%s %s, %s]".formatted(request.description(), mapping.name(), request.id(), when);
  }

  /// Counts by reason; numbers in the reason differ from row to row and are left out.
  private void reject(Answer answer) {
    rejected.incrementAndGet();
    JsonNode errors = answer.body().path("errors");
    if (errors.isEmpty()) {
      rejects.merge(answer.problem().replaceAll("\\d+(\\.\\d+)?", "…"), 1, Integer::sum);
    }
    for (JsonNode error : errors) {
      String reason = error.path("field").asString("") + " " + error.path("message").asString("");
      rejects.merge(reason.replaceAll("\\d+(\\.\\d+)?", "…"), 1, Integer::sum);
    }
  }

  private void waitForCases(long start) throws InterruptedException {
    Instant deadline = Instant.now().plus(CASES_WITHIN);
    List<String> waiting = new ArrayList<>(receipts);
    while (!waiting.isEmpty() && Instant.now().isBefore(deadline)) {
      waiting = stillWaiting(waiting);
      if (!waiting.isEmpty()) {
        Thread.sleep(300);
      }
    }
    print(
        "cases       %,d of %,d accepted reports, all there %.1f s after the first was sent",
        receipts.size() - waiting.size(), receipts.size(), (System.nanoTime() - start) / 1e9);
    countDuplicates();
    print("duplicates  %,d suspected", duplicates.get());
  }

  private List<String> stillWaiting(List<String> waiting) throws InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(senders)) {
      List<Future<Boolean>> asked =
          waiting.stream().map(receipt -> threads.submit(() -> isCase(receipt))).toList();
      List<String> left = new ArrayList<>();
      for (int i = 0; i < asked.size(); i++) {
        if (!asked.get(i).get()) {
          left.add(waiting.get(i));
        }
      }
      return left;
    } catch (ExecutionException e) {
      throw new IllegalStateException(String.valueOf(e.getCause()), e);
    }
  }

  private boolean isCase(String receipt) throws InterruptedException {
    return reporter.get("/api/reports/" + receipt).body().path("caseNumber").isString();
  }

  private void countDuplicates() throws InterruptedException {
    String next = "";
    do {
      Answer page =
          reporter.get(
              "/api/cases?queue=all&state=REPORTED&limit=200"
                  + (next.isEmpty() ? "" : "&cursor=" + next));
      if (!page.isOk()) {
        print("            (cases cannot be listed: %s)", page.problem());
        return;
      }
      for (JsonNode item : page.body().path("items")) {
        if (item.hasNonNull("suspectedDuplicateOf")
            && item.path("divisionCode").asString("").startsWith(mapping.division().code())) {
          duplicates.incrementAndGet();
        }
      }
      next = page.body().path("next").asString("");
    } while (!next.isEmpty());
  }

  private void print(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
    out.flush();
  }
}
