package org.citygrid.intake.report;

import org.citygrid.platform.problem.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/// Answers forms that cannot even be taken apart: they are the sender's mistake, not ours.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UploadAdvice {
  @ExceptionHandler
  ResponseEntity<ProblemDetail> tell(MultipartException broken) {
    Problem problem =
        broken instanceof MaxUploadSizeExceededException
            ? Problem.tooLarge("A photo has at most 10 MB, and all of them together 64 MB.")
            : Problem.badRequest("body", "is not a readable multipart form, or has too many parts");
    return ResponseEntity.status(problem.status())
        .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
        .body(problem.toDetail());
  }
}
