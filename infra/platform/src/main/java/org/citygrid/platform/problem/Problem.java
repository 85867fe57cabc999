package org.citygrid.platform.problem;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// The catalogue of problems that CityGrid tells over HTTP (RFC 9457).
///
/// @param name last part of the type URN, such as `validation`
/// @param detail one sentence for a person: what happened and what to do
/// @param more further members of the problem document
public record Problem(
    String name,
    HttpStatus status,
    String detail,
    @Nullable Duration retryAfter,
    Map<String, Object> more) {

  public static Problem badRequest(List<FieldError> errors) {
    String fields = String.join(", ", errors.stream().map(FieldError::field).distinct().toList());
    return new Problem(
        "validation",
        HttpStatus.BAD_REQUEST,
        "Please correct: " + fields + ".",
        null,
        Map.of("errors", errors));
  }

  public static Problem badRequest(String field, String message) {
    return badRequest(List.of(new FieldError(field, message)));
  }

  public static Problem unauthenticated() {
    return of("unauthenticated", HttpStatus.UNAUTHORIZED, "Please sign in.");
  }

  public static Problem forbidden() {
    return of("forbidden", HttpStatus.FORBIDDEN, "Your role does not do this.");
  }

  /// Says the same whether the thing does not exist or is not the caller's to see.
  public static Problem notFound() {
    return of("not-found", HttpStatus.NOT_FOUND, "There is nothing here that you may see.");
  }

  public static Problem conflict(String detail, Map<String, ?> more) {
    return new Problem(
        "conflict", HttpStatus.CONFLICT, detail, null, new LinkedHashMap<String, Object>(more));
  }

  public static Problem tooLarge(String detail) {
    return of("too-large", HttpStatus.CONTENT_TOO_LARGE, detail);
  }

  public static Problem unsupportedMedia(String detail) {
    return of("unsupported-media", HttpStatus.UNSUPPORTED_MEDIA_TYPE, detail);
  }

  public static Problem tooMany(Duration retryAfter) {
    return new Problem(
        "too-many",
        HttpStatus.TOO_MANY_REQUESTS,
        "Too many tries; please wait a little.",
        retryAfter,
        Map.of());
  }

  public static Problem unavailable() {
    return new Problem(
        "unavailable",
        HttpStatus.SERVICE_UNAVAILABLE,
        "The system cannot store anything just now; nothing was lost, please try again.",
        Duration.ofSeconds(5),
        Map.of());
  }

  /// Something broke that no caller caused; the log has the rest under the same reference.
  public static Problem internal(String reference) {
    return new Problem(
        "internal",
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong on our side.",
        null,
        Map.of("reference", reference));
  }

  public static Problem of(String name, HttpStatus status, String detail) {
    return new Problem(name, status, detail, null, Map.of());
  }

  public ProblemException asException() {
    return new ProblemException(this);
  }

  public ProblemDetail toDetail() {
    ProblemDetail document = ProblemDetail.forStatusAndDetail(status, detail);
    document.setType(URI.create("urn:citygrid:problem:" + name));
    document.setTitle(status.getReasonPhrase());
    more.forEach(document::setProperty);
    return document;
  }
}
