package org.citygrid.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.citygrid.data.town.Unit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the administrator does: units, land, surveys.
final class Door {
  private static final Duration ANSWER = Duration.ofHours(2);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final List<String> OVER =
      List.of("done", "checked", "refused", "failed", "cancelled", "undone");

  private final JsonMapper json = JsonMapper.shared();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final String token;

  Door(URI base) throws IOException, InterruptedException {
    this.base = base;
    this.token = signIn("admin");
  }

  private String signIn(String userName) throws IOException, InterruptedException {
    ObjectNode who =
        json.createObjectNode().put("username", userName).put("password", App.PASSWORD);
    return send("POST", "/api/tokens", "application/json", text(who.toString()), "")
        .path("token")
        .asString();
  }

  void installUnits(String division) throws IOException, InterruptedException {
    ArrayNode units = json.createArrayNode();
    for (Unit unit : Unit.ALL) {
      var node = units.addObject().put("code", unit.code()).put("kind", unit.kind());
      node.put("divisionCode", division);
      node.putObject("name").put("zh", unit.nameZh()).put("en", unit.nameEn());
    }
    post("/api/units/import", "application/json", text(units.toString()));
  }

  /// Who works at the desks, in the departments and on the beat, all for one division and with one
  /// password; who is there already stays.
  void employ(List<Person> people, String division) throws IOException, InterruptedException {
    ArrayNode users = json.createArrayNode();
    for (Person person : people) {
      var node = users.addObject().put("userName", person.userName()).put("password", App.PASSWORD);
      node.put("displayName", person.userName()).put("divisionCode", division);
      node.putArray("roles").add(person.role());
      if (person.unit() != null) {
        node.put("unitCode", person.unit());
      }
    }
    post("/api/users/import", "application/json", text(users.toString()));
  }

  /// @param role as the API names it
  record Person(String userName, String role, @Nullable String unit) {}

  /// A token of somebody else.
  String tokenOf(String userName) throws IOException, InterruptedException {
    return signIn(userName);
  }

  void survey(String kind, Path collection) throws IOException, InterruptedException {
    post("/api/" + kind + "/import", "application/geo+json", BodyPublishers.ofFile(collection));
  }

  /// Hands in a survey of components and waits until it is in the register.
  ///
  /// @param mapping our field → column, where the file's columns have other names
  /// @return the rows that were inserted
  long importComponents(Path file, Map<String, String> mapping)
      throws IOException, InterruptedException {
    String name = file.getFileName().toString();
    HttpResponse<String> received =
        exchange(
            "POST",
            "/api/imports?kind=components&fileName=" + URLEncoder.encode(name, UTF_8),
            "application/octet-stream",
            BodyPublishers.ofFile(file));
    if (received.statusCode() == 404) {
      return importAtOnce(file);
    }
    String job = "/api/imports/" + checked("POST", "/api/imports", received).path("id").asString();
    ObjectNode terms = json.createObjectNode();
    mapping.forEach(terms.putObject("mapping")::put);
    post(
        job + "/start",
        "application/json",
        text((mapping.isEmpty() ? json.createObjectNode() : terms).toString()));
    while (true) {
      JsonNode state = send("GET", job, "application/json", BodyPublishers.noBody(), token);
      String status = state.path("status").asString();
      if (status.equals("done")) {
        return state.path("result").path("inserted").asLong();
      }
      if (OVER.contains(status)) {
        throw new NotMeasured(
            "the import of " + name + " ended as " + status + ": " + shortened(state.toString()));
      }
      Thread.sleep(LOOK);
    }
  }

  private long importAtOnce(Path file) throws IOException, InterruptedException {
    String type = file.toString().endsWith(".csv") ? "text/csv" : "application/x-ndjson";
    return post("/api/components/import", type, BodyPublishers.ofFile(file))
        .path("inserted")
        .asLong();
  }

  private JsonNode post(String path, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    return send("POST", path, type, body, token);
  }

  private JsonNode send(String method, String path, String type, BodyPublisher body, String key)
      throws IOException, InterruptedException {
    return checked(method, path, exchange(method, path, type, body, key));
  }

  private HttpResponse<String> exchange(String method, String path, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    return exchange(method, path, type, body, token);
  }

  private HttpResponse<String> exchange(
      String method, String path, String type, BodyPublisher body, String key)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(ANSWER)
            .header("Content-Type", type)
            .method(method, body);
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private JsonNode checked(String method, String path, HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw new NotMeasured(
          "%s %s was answered %d: %s"
              .formatted(method, path, response.statusCode(), shortened(response.body())));
    }
    return response.body().isEmpty() ? json.missingNode() : json.readTree(response.body());
  }

  private static String shortened(String text) {
    return text.length() <= 400 ? text : text.substring(0, 400) + "…";
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, UTF_8);
  }
}
