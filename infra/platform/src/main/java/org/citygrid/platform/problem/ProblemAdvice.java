package org.citygrid.platform.problem;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/// Answers every failure with a problem document and never with a stack trace.
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final @Nullable NotFoundPage page;

  ProblemAdvice(ObjectProvider<NotFoundPage> page) {
    this.page = page.getIfAvailable();
  }

  @ExceptionHandler
  ResponseEntity<Object> tell(ProblemException failure) {
    return answer(failure.problem());
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class,
    CannotCreateTransactionException.class
  })
  ResponseEntity<Object> databaseDown(Exception failure) {
    LOG.warn("database not available: {}", failure.getMessage());
    return answer(Problem.unavailable());
  }

  @ExceptionHandler
  ResponseEntity<Object> wrongType(MethodArgumentTypeMismatchException failure) {
    Class<?> wanted = failure.getRequiredType();
    String kind = wanted == null ? "another form" : wanted.getSimpleName();
    return answer(Problem.badRequest(failure.getName(), "is not a valid " + kind));
  }

  @ExceptionHandler
  ResponseEntity<Object> unexpected(Exception failure) {
    String reference = UUID.randomUUID().toString();
    LOG.error("unexpected failure {}", reference, failure);
    return answer(Problem.internal(reference));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(
        failure.getCause() instanceof JacksonException json
            ? Problem.badRequest(pathOf(json), reasonOf(json))
            : Problem.badRequest("body", "cannot be read"));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<FieldError> errors = new ArrayList<>();
    failure
        .getFieldErrors()
        .forEach(e -> errors.add(new FieldError(e.getField(), "" + e.getDefaultMessage())));
    return answer(Problem.badRequest(errors));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(Problem.badRequest(failure.getParameterName(), "is missing"));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
      MissingServletRequestPartException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(Problem.badRequest(failure.getRequestPartName(), "is missing"));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(Problem.tooLarge("The request is larger than this server takes."));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (status.value() == HttpStatus.NOT_FOUND.value()) {
      return notFound(request);
    }
    return super.handleExceptionInternal(failure, body, headers, status, request);
  }

  private ResponseEntity<Object> notFound(WebRequest request) {
    return page != null && request instanceof ServletWebRequest web && page.isFor(web.getRequest())
        ? ResponseEntity.status(HttpStatus.NOT_FOUND)
            .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
            .body(page.html())
        : answer(Problem.notFound());
  }

  private static String pathOf(JacksonException failure) {
    String path =
        failure.getPath().stream()
            .map(step ->
                step.getPropertyName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + step.getPropertyName())
            .collect(Collectors.joining());
    return path.isEmpty() ? "body" : path.replaceFirst("^\\.", "");
  }

  private static String reasonOf(JacksonException failure) {
    return switch (failure) {
      case tools.jackson.databind.exc.UnrecognizedPropertyException unknown ->
          "is not a known field";
      case tools.jackson.databind.exc.InvalidFormatException format ->
          "\"%s\" is not a valid %s"
              .formatted(format.getValue(), format.getTargetType().getSimpleName());
      case tools.jackson.databind.DatabindException shape -> "has the wrong form";
      default -> "is not valid JSON: " + failure.getOriginalMessage();
    };
  }

  private static ResponseEntity<Object> answer(Problem problem) {
    var response =
        ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.retryAfter() != null) {
      response.header(HttpHeaders.RETRY_AFTER, String.valueOf(problem.retryAfter().toSeconds()));
    }
    return response.body(problem.toDetail());
  }
}
