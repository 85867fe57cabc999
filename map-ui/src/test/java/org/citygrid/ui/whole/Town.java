package org.citygrid.ui.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.citygrid.data.Demo;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The running town as programs see it: over HTTP, each caller with an own token.
public final class Town {
  /// Of every account in the town.
  public static final String PASSWORD = "a long walk in Dali";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final ServletWebServerApplicationContext program;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private boolean settled;

  Town(ServletWebServerApplicationContext program) {
    this.program = program;
  }

  /// Where the town is open, once Dali is in it.
  public synchronized URI open() throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + program.getWebServer().getPort());
    if (!settled) {
      settle(address);
      settled = true;
    }
    return address;
  }

  /// What was answered.
  public record Answer(int status, JsonNode body) {
    public Answer expect(int wanted) {
      assertThat(status).as(() -> body.toString()).isEqualTo(wanted);
      return this;
    }

    public String text(String field) {
      return body.path(field).asString("");
    }
  }

  /// @param who user name, or empty for a stranger
  public Answer get(String who, String path) throws IOException, InterruptedException {
    return send(who, path, HttpRequest.newBuilder());
  }

  public Answer post(String who, String path, String json)
      throws IOException, InterruptedException {
    return send(
        who,
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /// Reports rubbish in the street, at a place in duty grid 07.
  ///
  /// @return the receipt
  public String report(String who, String words) throws IOException, InterruptedException {
    JsonNode centre = get("", "/api/grids/440605125G07").expect(200).body().get("center");
    return send(
            who,
            "/api/reports",
            HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(rubbish(centre, words)))))
        .expect(201)
        .text("receipt");
  }

  /// The same as a citizen who wants to be called back.
  ///
  /// @return the receipt
  public String reportOfSomebody(String words, String name, String phone)
      throws IOException, InterruptedException {
    JsonNode centre = get("", "/api/grids/440605125G07").expect(200).body().get("center");
    Map<String, Object> report = new HashMap<>(rubbish(centre, words));
    report.put("contact", Map.of("name", name, "phone", phone));
    return post("", "/api/reports", JSON.writeValueAsString(report)).expect(201).text("receipt");
  }

  private static Map<String, Object> rubbish(JsonNode place, String words) {
    return Map.of(
        "kind",
        "event",
        "classCode",
        "0110",
        "location",
        Map.of("lon", place.get("lon"), "lat", place.get("lat")),
        "description",
        words,
        "observedAt",
        Instant.now().toString());
  }

  /// Waits for a collector's task about a case and answers it.
  public void answerTask(String collector, String number, String outcome)
      throws IOException, InterruptedException {
    Answer tasks =
        await(
            () -> getQuietly(collector, "/api/tasks"),
            found -> found.body().toString().contains(number),
            Duration.ofSeconds(20));
    for (JsonNode task : tasks.body().get("items")) {
      if (task.path("caseNumber").asString("").equals(number)) {
        post(
                collector,
                "/api/tasks/" + task.get("taskId").asString() + "/result",
                "{\"outcome\": \"" + outcome + "\", \"photoIds\": []}")
            .expect(202);
      }
    }
  }

  /// The number of the case that a report became, as soon as there is one.
  public String caseOf(String receipt) {
    return await(
            () -> getQuietly("", "/api/reports/" + receipt),
            answer -> !answer.text("caseNumber").isEmpty(),
            Duration.ofSeconds(30))
        .text("caseNumber");
  }

  /// Acts upon a case and expects it to be allowed.
  ///
  /// @param facts members of the act beside its name, such as `"unitCode": "sanitation"`
  public Answer act(String who, String number, String action, String facts)
      throws IOException, InterruptedException {
    return tryToAct(who, number, action, facts).expect(200);
  }

  public Answer tryToAct(String who, String number, String action, String facts)
      throws IOException, InterruptedException {
    String more = facts.isEmpty() ? "" : ", " + facts;
    return post(
        who, "/api/cases/" + number + "/acts", "{\"action\": \"" + action + "\"" + more + "}");
  }

  /// Asks again and again until the answer is as wanted, for a bounded time.
  public static <T> T await(Supplier<T> question, Predicate<T> wanted, Duration atMost) {
    Instant end = Instant.now().plus(atMost);
    while (true) {
      T answer = question.get();
      if (wanted.test(answer) || Instant.now().isAfter(end)) {
        assertThat(answer).as("within %s", atMost).matches(wanted);
        return answer;
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  public Answer getQuietly(String who, String path) {
    try {
      return get(who, path);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  private Answer send(String who, String path, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    URI address = open();
    if (!who.isEmpty()) {
      request.header("Authorization", "Bearer " + tokenOf(who, address));
    }
    HttpResponse<String> answer =
        http.send(request.uri(address.resolve(path)).build(), BodyHandlers.ofString());
    return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
  }

  private String tokenOf(String who, URI address) throws IOException, InterruptedException {
    String known = tokens.get(who);
    if (known != null) {
      return known;
    }
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(address.resolve("/api/tokens"))
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("username", who, "password", PASSWORD))))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    String token = JSON.readTree(answer.body()).get("token").asString();
    tokens.put(who, token);
    return token;
  }

  /// Lets the demo's own loader set the town up, in a process of its own like a user's.
  private static void settle(URI address) throws IOException, InterruptedException {
    Path accounts = Files.createTempFile("citygrid-accounts", ".txt");
    ProcessBuilder loader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Demo.class.getName(),
                "setup",
                "--no-history",
                "--url",
                address.toString(),
                "--accounts",
                accounts.toString())
            .redirectErrorStream(true);
    loader.environment().put("CITYGRID_DEMO_PASSWORD", PASSWORD);
    loader.environment().put("CITYGRID_ADMIN_PASSWORD", PASSWORD);
    Process running = loader.start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(running.waitFor()).as(said).isZero();
    Files.delete(accounts);
  }
}
