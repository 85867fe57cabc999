package org.citygrid.grid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Talks to the process over HTTP, as a stranger or as the administrator.
public final class Browser {
  private final int port;
  private final @Nullable String token;

  private Browser(int port, @Nullable String token) {
    this.port = port;
    this.token = token;
  }

  /// @param status of the answer
  /// @param body as JSON; missing when there is none
  public record Answer(int status, JsonNode body, HttpResponse<byte[]> raw) {}

  public static Browser ofAStranger(int port) {
    return new Browser(port, null);
  }

  public static Browser ofTheAdministrator(int port) {
    Answer answer =
        ofAStranger(port)
            .post("/api/tokens", "{\"username\": \"admin\", \"password\": \"correct horse\"}");
    return new Browser(port, answer.body().get("token").asString());
  }

  public Answer get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public Answer post(String path, String json) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  public Answer patch(String path, String json) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(json)));
  }

  public Answer delete(String path) {
    return send(HttpRequest.newBuilder(uri(path)).DELETE());
  }

  private Answer send(HttpRequest.Builder request) {
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> raw = client.send(request.build(), BodyHandlers.ofByteArray());
      boolean isJson =
          raw.headers()
              .firstValue("Content-Type")
              .filter(type -> type.contains("json"))
              .isPresent();
      return new Answer(
          raw.statusCode(),
          isJson ? JsonMapper.shared().readTree(raw.body()) : JsonMapper.shared().missingNode(),
          raw);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
