package org.citygrid.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.citygrid.platform.PlatformProcess;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformProcess
class SigningInIT {
  private static final String ADMIN =
      """
      {"username": "admin", "password": "correct horse"}
      """;

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private JsonMapper json;

  @Test
  void gives_a_cookie_that_scripts_cannot_read_and_other_sites_cannot_use() throws Exception {
    HttpResponse<String> answer = post("/api/session", ADMIN);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("CITYGRID_SESSION=")
        .contains("HttpOnly", "SameSite=Strict", "Path=/");
  }

  @Test
  void keeps_only_a_hash_of_the_secret() throws Exception {
    String token = tokenOf(post("/api/tokens", ADMIN));

    boolean stored =
        jdbc.sql("select exists (select from platform.access_key k where k::text like :secret)")
            .param("secret", "%" + token + "%")
            .query(Boolean.class)
            .single();
    assertThat(stored).isFalse();
    assertThat(get("/api/users", token).statusCode()).isEqualTo(200);
  }

  @Test
  void with_a_wrong_password_tells_nothing_about_who_exists() throws Exception {
    HttpResponse<String> known =
        post("/api/session", "{\"username\": \"admin\", \"password\": \"wrong\"}");
    HttpResponse<String> unknown =
        post("/api/session", "{\"username\": \"nobody\", \"password\": \"wrong\"}");

    assertThat(known.statusCode()).isEqualTo(401);
    assertThat(known.body()).isEqualTo(unknown.body());
  }

  @Test
  void pauses_after_five_wrong_passwords_for_one_account() throws Exception {
    for (int i = 0; i < 5; i++) {
      post("/api/session", "{\"username\": \"guessed\", \"password\": \"%d\"}".formatted(i));
    }

    HttpResponse<String> sixth =
        post("/api/session", "{\"username\": \"guessed\", \"password\": \"6\"}");

    assertThat(sixth.statusCode()).isEqualTo(429);
    assertThat(sixth.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void names_every_missing_field() throws Exception {
    HttpResponse<String> answer = post("/api/session", "{}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json.readTree(answer.body()).findValuesAsString("field"))
        .containsExactly("username", "password");
  }

  @Test
  void is_needed_for_everything_that_no_rule_opens() throws Exception {
    assertThat(get("/api/users", "no-such-token").statusCode()).isEqualTo(401);
    assertThat(get("/api/nothing", "no-such-token").statusCode()).isEqualTo(404);
  }

  private static String tokenOf(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode body = JsonMapper.shared().readTree(answer.body());
    return body.get("token").asString();
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> get(String path, String token)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token));
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }
}
