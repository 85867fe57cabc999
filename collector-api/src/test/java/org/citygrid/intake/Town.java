package org.citygrid.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A running town of one cell, from 113.10 to 113.12 east and 23.10 to 23.12 north, and the people
/// who knock at its doors.
public final class Town {
  private static final String SQUARE =
      "[[[113.10,23.10],[113.12,23.10],[113.12,23.12],[113.10,23.12],[113.10,23.10]]]";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final int port;
  private final @Nullable String token;

  private Town(int port, @Nullable String token) {
    this.port = port;
    this.token = token;
  }

  public static Town asStranger(int port) {
    return new Town(port, null);
  }

  public static Town asAdministrator(int port) {
    return as(port, "admin", "correct horse");
  }

  /// Signs in as a collector, whose account is made when there is none yet.
  public static Town asCollector(int port, String userName) {
    return withRole(port, userName, "COLLECTOR");
  }

  /// Signs in as somebody with one role, whose account is made when there is none yet.
  public static Town withRole(int port, String userName, String role) {
    asAdministrator(port)
        .post(
            "/api/users/import",
            """
            [{"userName": "%s", "displayName": "Li", "password": "battery staple",
              "roles": ["%s"], "divisionCode": "440605125"}]
            """
                .formatted(userName, role));
    return as(port, userName, "battery staple");
  }

  /// Signs in for a department, whose account is made when there is none yet.
  public static Town ofUnit(int port, String userName, String unit) {
    asAdministrator(port)
        .post(
            "/api/users/import",
            """
            [{"userName": "%s", "displayName": "Li", "password": "battery staple",
              "roles": ["DEPARTMENT"], "unitCode": "%s", "divisionCode": "440605125"}]
            """
                .formatted(userName, unit));
    return as(port, userName, "battery staple");
  }

  private static Town as(int port, String userName, String password) {
    Answer answer =
        asStranger(port)
            .post(
                "/api/tokens",
                "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(userName, password));
    return new Town(port, answer.body().path("token").asString());
  }

  /// Surveys the town; a second time nothing changes.
  public static void survey(int port) {
    Town admin = asAdministrator(port);
    admin.post(
        "/api/divisions/import",
        collection(
            feature(SQUARE, "\"code\":\"440605125\",\"nameZh\":\"大沥镇\",\"nameEn\":\"Dali\""),
            feature(
                SQUARE,
                "\"code\":\"440605125001\",\"nameZh\":\"沥苑社区\",\"nameEn\":\"Liyuan\",\"parentCode\":\"440605125\"")));
    admin.post(
        "/api/cells/import",
        collection(
            feature(
                SQUARE,
                "\"code\":\"440605125001001\",\"divisionCode\":\"440605125001\",\"dutyGridCode\":\"440605125G01\",\"areaSquareMetres\":4540000")));
    admin.post(
        "/api/grids/import",
        collection(
            "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"code\":\"440605125G01\",\"number\":1,"
                + "\"nameZh\":\"第1责任网格\",\"nameEn\":\"Duty grid 1\"}}"));
  }

  private static String feature(String ring, String properties) {
    return "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":%s},\"properties\":{%s}}"
        .formatted(ring, properties);
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  /// @param body as JSON; missing when there is none
  public record Answer(int status, JsonNode body, HttpResponse<byte[]> raw) {
    public java.util.List<String> wrongFields() {
      return body.path("errors").findValuesAsString("field");
    }
  }

  public Answer get(String path) {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  /// As an `img` in a page asks.
  public Answer getPicture(String path) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Accept", "image/avif,image/webp,image/*,*/*;q=0.8"));
  }

  public Answer post(String path, String json) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  public Answer post(String path, UUID key, String json) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key.toString())
            .POST(BodyPublishers.ofString(json)));
  }

  public Answer post(String path, String contentType, String body) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body)));
  }

  /// Sends a report with photos, as a browser's form would.
  public Answer report(UUID key, String report, byte[]... photos) {
    Multipart form = new Multipart();
    form.part("name=\"report\"; filename=\"blob\"", "application/json", report.getBytes(UTF_8));
    for (byte[] photo : photos) {
      form.part("name=\"photos\"; filename=\"../../x.php\"", "image/jpeg", photo);
    }
    return send(form.to(uri("/api/reports")).header("Idempotency-Key", key.toString()));
  }

  /// Asks something, with photos.
  public Answer ask(UUID key, String enquiry, byte[]... photos) {
    Multipart form = new Multipart();
    form.part("name=\"enquiry\"; filename=\"blob\"", "application/json", enquiry.getBytes(UTF_8));
    for (byte[] photo : photos) {
      form.part("name=\"photos\"; filename=\"x.jpg\"", "image/jpeg", photo);
    }
    return send(form.to(uri("/api/enquiries")).header("Idempotency-Key", key.toString()));
  }

  public Answer photo(byte[] photo) {
    Multipart form = new Multipart();
    form.part("name=\"photo\"; filename=\"x.jpg\"", "image/jpeg", photo);
    return send(form.to(uri("/api/photos")));
  }

  private static final class Multipart {
    private static final String LINE = "----citygrid";
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void part(String disposition, String type, byte[] content) {
      bytes.writeBytes(
          "--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
              .formatted(LINE, disposition, type)
              .getBytes(UTF_8));
      bytes.writeBytes(content);
      bytes.writeBytes("\r\n".getBytes(UTF_8));
    }

    HttpRequest.Builder to(URI uri) {
      bytes.writeBytes(("--" + LINE + "--\r\n").getBytes(UTF_8));
      return HttpRequest.newBuilder(uri)
          .header("Content-Type", "multipart/form-data; boundary=" + LINE)
          .POST(BodyPublishers.ofByteArray(bytes.toByteArray()));
    }
  }

  private Answer send(HttpRequest.Builder request) {
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<byte[]> raw = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      boolean json = raw.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(
          raw.statusCode(),
          json ? JsonMapper.shared().readTree(raw.body()) : JsonMapper.shared().createObjectNode(),
          raw);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
