package org.citygrid.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.citygrid.platform.problem.NotFoundPage;
import org.citygrid.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// Writes problems where no controller has been reached yet.
final class ProblemWriter {
  private final JsonMapper json;
  private final @Nullable NotFoundPage page;

  /// @param page null where there are no pages
  ProblemWriter(JsonMapper json, @Nullable NotFoundPage page) {
    this.json = json;
    this.page = page;
  }

  /// As a page where one was asked for and is not there.
  void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (page == null || problem.status() != HttpStatus.NOT_FOUND || !page.isFor(request)) {
      write(response, problem);
      return;
    }
    response.setStatus(HttpStatus.NOT_FOUND.value());
    response.setContentType(MediaType.TEXT_HTML_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.getOutputStream().write(page.html());
  }

  void write(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(problem.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    if (problem.retryAfter() != null) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(problem.retryAfter().toSeconds()));
    }
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.getOutputStream().write(json.writeValueAsBytes(problem.toDetail()));
  }
}
