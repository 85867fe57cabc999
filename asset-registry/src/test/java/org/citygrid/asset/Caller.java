package org.citygrid.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who asks a running register over HTTP.
///
/// @param token of a signed-in caller; none for a stranger
record Caller(int port, @Nullable String token) {
  static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  static Caller stranger(int port) {
    return new Caller(port, null);
  }

  static Caller administrator(int port) {
    JsonNode answer =
        stranger(port)
            .post(
                "/api/tokens",
                "application/json",
                """
                {"username": "admin", "password": "only-for-tests"}
                """)
            .json();
    return new Caller(port, answer.path("token").stringValue());
  }

  record Answer(int status, byte[] body, HttpResponse<byte[]> response) {
    JsonNode json() {
      return JSON.readTree(body);
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  Answer get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  Answer post(String path, String contentType, String body) {
    return send(request(path, "Content-Type", contentType).POST(BodyPublishers.ofString(body)));
  }

  Answer post(String path, String contentType, byte[] body, String... headers) {
    var request = request(path, "Content-Type", contentType).POST(BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  /// Somebody with an account of their own and one role; made where it does not exist.
  static Caller with(int port, String userName, String role) {
    administrator(port)
        .post(
            "/api/users",
            "application/json",
            """
            {"userName": "%s", "displayName": "%1$s", "password": "only-for-tests",
             "roles": ["%s"], "divisionCode": "440605125", "active": true}
            """
                .formatted(userName, role));
    JsonNode answer =
        stranger(port)
            .post(
                "/api/tokens",
                "application/json",
                """
                {"username": "%s", "password": "only-for-tests"}
                """
                    .formatted(userName))
            .json();
    return new Caller(port, answer.path("token").stringValue());
  }

  Answer postJson(String path, String body, String... headers) {
    return send(
        request(path, with(headers, "Content-Type", "application/json"))
            .POST(BodyPublishers.ofString(body)));
  }

  Answer patch(String path, String body, String... headers) {
    return send(
        request(path, with(headers, "Content-Type", "application/json"))
            .method("PATCH", BodyPublishers.ofString(body)));
  }

  private static String[] with(String[] headers, String... more) {
    return Stream.concat(Arrays.stream(headers), Arrays.stream(more)).toArray(String[]::new);
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }
}
