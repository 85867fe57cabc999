package org.citygrid.ogc.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// Puts a document into the form that was asked for.
public final class Answer {
  private final JsonMapper json;

  public Answer(JsonMapper json) {
    this.json = json;
  }

  /// @param type of the JSON
  public ResponseEntity<byte[]> json(Visit visit, String type, Object document) {
    return bytes(visit, type, json.writeValueAsBytes(document));
  }

  public ResponseEntity<byte[]> html(Visit visit, String page) {
    return bytes(visit, "text/html;charset=UTF-8", page.getBytes(UTF_8));
  }

  /// JSON for people to read.
  public String pretty(Object document) {
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(document);
  }

  private static ResponseEntity<byte[]> bytes(Visit visit, String type, byte[] body) {
    return headed(visit, type, null).body(body);
  }

  /// The head of an answer that depends on the form and language asked for.
  public static ResponseEntity.BodyBuilder headed(
      Visit visit, String type, @Nullable Duration holds) {
    CacheControl cache = holds == null ? CacheControl.noCache() : CacheControl.maxAge(holds);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .cacheControl(cache)
        .header(HttpHeaders.CONTENT_LANGUAGE, visit.word("zh-CN", "en"))
        .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE);
  }
}
