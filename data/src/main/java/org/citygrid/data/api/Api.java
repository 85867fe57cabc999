package org.citygrid.data.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// CityGrid over HTTP, as one user or as nobody. Everything it sends is safe to send twice, so it
/// tries again while the server restarts.
public final class Api {

  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final HttpClient http;
  private final JsonMapper json;
  private final URI base;
  private final Duration patience;
  private final @Nullable String userName;
  private final @Nullable String password;
  private volatile @Nullable String token;

  private Api(
      HttpClient http,
      JsonMapper json,
      URI base,
      Duration patience,
      @Nullable String userName,
      @Nullable String password) {
    this.http = http;
    this.json = json;
    this.base = base;
    this.patience = patience;
    this.userName = userName;
    this.password = password;
  }

  /// Nobody signed in.
  ///
  /// @param patience how long to go on trying while the server does not answer
  public static Api anonymous(URI base, Duration patience) {
    var http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    return new Api(http, JsonMapper.shared(), base, patience, null, null);
  }

  /// The same server as this user. Signs in at the first request, and again when the token is gone.
  public Api as(String name, String secret) {
    return new Api(http, json, base, patience, name, secret);
  }

  public Answer get(String path) throws InterruptedException {
    return send("GET", path, null, BodyPublishers.noBody(), Map.of());
  }

  public Answer post(String path, JsonNode body) throws InterruptedException {
    return post(path, body, Map.of());
  }

  public Answer post(String path, JsonNode body, Map<String, String> headers)
      throws InterruptedException {
    return send("POST", path, "application/json", text(body.toString()), headers);
  }

  /// Sends text of any media type.
  public Answer post(String path, String mediaType, String body) throws InterruptedException {
    return send("POST", path, mediaType, text(body), Map.of());
  }

  public Answer post(String path, String mediaType, byte[] body, Map<String, String> headers)
      throws InterruptedException {
    return send("POST", path, mediaType, BodyPublishers.ofByteArray(body), headers);
  }

  /// Sends a file as it lies, however large.
  ///
  /// @throws IOException if there is none
  public Answer post(String path, String mediaType, Path body)
      throws IOException, InterruptedException {
    return send("POST", path, mediaType, BodyPublishers.ofFile(body), Map.of());
  }

  /// Keeps what is there in a file.
  ///
  /// @throws IOException when there is nothing, or nobody answers
  public void save(String path, Path file) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER_WITHIN);
    if (userName != null) {
      signIn();
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<Path> answer = http.send(request.build(), BodyHandlers.ofFile(file));
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered " + answer.statusCode());
    }
  }

  private Answer send(
      String method,
      String path,
      @Nullable String mediaType,
      BodyPublisher body,
      Map<String, String> headers)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    Duration pause = FIRST_PAUSE;
    while (true) {
      Answer answer = tryOnce(method, path, mediaType, body, headers);
      if (answer != null && answer.status() == 401 && userName != null && token != null) {
        token = null;
        answer = tryOnce(method, path, mediaType, body, headers);
      }
      boolean away = answer == null || answer.status() == 502 || answer.status() == 503;
      if (!away || System.nanoTime() > deadline) {
        return answer == null ? unreachable() : answer;
      }
      Thread.sleep(pause);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  private Answer unreachable() {
    return new Answer(503, json.createObjectNode().put("detail", "nobody answers at " + base));
  }

  /// Null when there was no answer.
  private @Nullable Answer tryOnce(
      String method,
      String path,
      @Nullable String mediaType,
      BodyPublisher body,
      Map<String, String> headers)
      throws InterruptedException {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(ANSWER_WITHIN)
            .header("Accept", "application/json, application/problem+json")
            .method(method, body);
    if (mediaType != null) {
      request.header("Content-Type", mediaType);
    }
    headers.forEach(request::header);
    try {
      if (userName != null && !path.equals("/api/tokens")) {
        Answer signedIn = signIn();
        if (signedIn != null) {
          return signedIn;
        }
        request.header("Authorization", "Bearer " + token);
      }
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), parse(response.body()));
    } catch (IOException e) {
      return null;
    }
  }

  /// Null when signed in; else the refusal.
  private synchronized @Nullable Answer signIn() throws IOException, InterruptedException {
    if (token != null) {
      return null;
    }
    String body =
        json.createObjectNode()
            .put("username", userName)
            .put("password", password)
            .put("name", "citygrid data")
            .put("days", 30)
            .toString();
    var request =
        HttpRequest.newBuilder(base.resolve("/api/tokens"))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .POST(text(body))
            .build();
    HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
    JsonNode answer = parse(response.body());
    if (response.statusCode() / 100 != 2) {
      return new Answer(response.statusCode(), answer);
    }
    token = answer.path("token").asString();
    return null;
  }

  private JsonNode parse(byte[] body) {
    if (body.length == 0) {
      return json.missingNode();
    }
    try {
      return json.readTree(body);
    } catch (JacksonException e) {
      return json.createObjectNode().put("detail", new String(body, UTF_8));
    }
  }

  private static BodyPublisher text(String body) {
    return BodyPublishers.ofString(body, UTF_8);
  }
}
