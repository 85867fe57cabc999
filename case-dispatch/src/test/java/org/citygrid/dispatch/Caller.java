package org.citygrid.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody at the desk, over HTTP.
record Caller(int port, @Nullable String token) {
  static final String PASSWORD = "only-for-tests";
  static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  static Caller as(int port, String userName) {
    var answer =
        new Caller(port, null)
            .post(
                "/api/tokens",
                """
                {"username": "%s", "password": "%s"}
                """
                    .formatted(userName, PASSWORD));
    return new Caller(port, answer.json().path("token").stringValue());
  }

  record Answer(int status, String body) {
    JsonNode json() {
      return JSON.readTree(body);
    }
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, String body) {
    return send(
        request(path)
            .header(
                "Content-Type",
                path.contains("migration") ? "application/x-ndjson" : "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  Answer put(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  Answer postTable(String path, String csv) {
    return send(
        request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)));
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /// @param more further members, such as `"unitCode": "roads"`
  Answer act(String number, String action, String... more) {
    var body = new StringBuilder("{\"action\": \"").append(action).append('"');
    for (var member : more) {
      body.append(", ").append(member);
    }
    return post("/api/cases/" + number + "/acts", body.append('}').toString());
  }

  /// The same act with the sender's own key.
  Answer act(String number, String action, UUID key, String more) {
    return send(
        request("/api/cases/" + number + "/acts")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key.toString())
            .POST(BodyPublishers.ofString("{\"action\": \"" + action + "\", " + more + "}")));
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }
}
