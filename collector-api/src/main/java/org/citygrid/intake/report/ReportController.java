package org.citygrid.intake.report;

import static org.springframework.http.MediaType.APPLICATION_JSON;

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
import tools.jackson.databind.json.JsonMapper;

/// Where reports come in, from collectors, acceptors and citizens alike.
@RestController
final class ReportController {
  private final ReportIntake intake;
  private final Following following;
  private final RequestReader requests;
  private final JsonMapper json;

  ReportController(
      ReportIntake intake, Following following, RequestReader requests, JsonMapper json) {
    this.intake = intake;
    this.following = following;
    this.requests = requests;
    this.json = json;
  }

  record Answer(String receipt, String status, String href) {}

  @PostMapping(path = "/api/reports", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> post(
      HttpServletRequest request,
      @RequestHeader(name = RequestReader.KEY, required = false) @Nullable String key,
      @Nullable Actor actor)
      throws IOException {
    return answer(intake.accept(requests.json(request, key), actor));
  }

  @PostMapping(path = "/api/reports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<byte[]> postWithPhotos(
      HttpServletRequest request,
      @RequestHeader(name = RequestReader.KEY, required = false) @Nullable String key,
      @Nullable Actor actor)
      throws IOException, ServletException {
    return answer(intake.accept(requests.parts(request, "report", key), actor));
  }

  /// @param what the id of a similar matter, or a receipt
  @PostMapping(path = "/api/reports/{what}/follow", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> follow(
      @PathVariable("what") String what,
      HttpServletRequest request,
      @RequestHeader(name = RequestReader.KEY, required = false) @Nullable String key,
      @Nullable Actor actor)
      throws IOException {
    return answer(following.follow(what, requests.json(request, key).body(), key, actor));
  }

  private ResponseEntity<byte[]> answer(Acceptance acceptance) {
    return switch (acceptance) {
      case Accepted(String receipt) ->
          answer(ResponseEntity.created(hrefOf(receipt)), answerWith(receipt));
      case Known(String receipt) -> answer(ResponseEntity.ok(), answerWith(receipt));
      case Clash() -> throw new IllegalStateException("a clash is answered with a problem");
    };
  }

  private static Answer answerWith(String receipt) {
    return new Answer(receipt, "RECEIVED", hrefOf(receipt).toString());
  }

  /// An answer whose length is known leaves the house in one piece; else it goes in two chunks.
  private ResponseEntity<byte[]> answer(ResponseEntity.BodyBuilder response, Answer answer) {
    byte[] body = json.writeValueAsBytes(answer);
    return response.contentType(APPLICATION_JSON).contentLength(body.length).body(body);
  }

  private static URI hrefOf(String receipt) {
    return URI.create("/api/reports/" + receipt);
  }
}
