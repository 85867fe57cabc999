package org.citygrid.intake.report;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.citygrid.intake.report.Acceptance.Accepted;
import org.citygrid.intake.report.Acceptance.Clash;
import org.citygrid.intake.report.Acceptance.Known;
import org.citygrid.platform.identity.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Where reports come in, from collectors, acceptors and citizens alike.
@RestController
final class ReportController {
  private final ReportIntake intake;
  private final Following following;
  private final RequestReader requests;

  ReportController(ReportIntake intake, Following following, RequestReader requests) {
    this.intake = intake;
    this.following = following;
    this.requests = requests;
  }

  record Answer(String receipt, String status, String href) {}

  @PostMapping(path = "/api/reports", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Answer> post(
      HttpServletRequest request,
      @RequestHeader(name = RequestReader.KEY, required = false) @Nullable String key,
      @Nullable Actor actor)
      throws IOException {
    return answer(intake.accept(requests.json(request, key), actor));
  }

  @PostMapping(path = "/api/reports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Answer> postWithPhotos(
      HttpServletRequest request,
      @RequestHeader(name = RequestReader.KEY, required = false) @Nullable String key,
      @Nullable Actor actor)
      throws IOException, ServletException {
    return answer(intake.accept(requests.parts(request, "report", key), actor));
  }

  /// @param what the id of a similar matter, or a receipt
  @PostMapping(path = "/api/reports/{what}/follow", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Answer> follow(
      @PathVariable("what") String what,
      HttpServletRequest request,
      @RequestHeader(name = RequestReader.KEY, required = false) @Nullable String key,
      @Nullable Actor actor)
      throws IOException {
    return answer(following.follow(what, requests.json(request, key).body(), key, actor));
  }

  private static ResponseEntity<Answer> answer(Acceptance acceptance) {
    return switch (acceptance) {
      case Accepted(String receipt) ->
          ResponseEntity.created(hrefOf(receipt)).body(answerWith(receipt));
      case Known(String receipt) -> ResponseEntity.ok(answerWith(receipt));
      case Clash() -> throw new IllegalStateException("a clash is answered with a problem");
    };
  }

  private static Answer answerWith(String receipt) {
    return new Answer(receipt, "RECEIVED", hrefOf(receipt).toString());
  }

  private static URI hrefOf(String receipt) {
    return URI.create("/api/reports/" + receipt);
  }
}
