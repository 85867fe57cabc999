package org.citygrid.intake.report;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.citygrid.intake.report.Acceptance.Accepted;
import org.citygrid.intake.report.Acceptance.Clash;
import org.citygrid.intake.report.Acceptance.Known;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
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
  private static final String KEY = "Idempotency-Key";

  private final ReportIntake intake;
  private final Following following;
  private final int maxBody;

  /// @param maxBody bytes of a report's JSON
  ReportController(ReportIntake intake, Following following, int maxBody) {
    this.intake = intake;
    this.following = following;
    this.maxBody = maxBody;
  }

  record Answer(String receipt, String status, String href) {}

  @PostMapping(path = "/api/reports", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Answer> post(
      HttpServletRequest request,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @Nullable Actor actor)
      throws IOException {
    if (request.getContentLengthLong() > maxBody) {
      throw tooLarge();
    }
    return answer(
        intake.accept(new Incoming(read(request.getInputStream()), List.of(), key), actor));
  }

  @PostMapping(path = "/api/reports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Answer> postWithPhotos(
      HttpServletRequest request,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @Nullable Actor actor)
      throws IOException, ServletException {
    byte[] body = null;
    List<Incoming.Upload> photos = new ArrayList<>();
    Violations violations = new Violations();
    for (Part part : request.getParts()) {
      switch (part.getName()) {
        case "report" -> body = read(part.getInputStream());
        case "photos" -> photos.add(upload(part, photos.size()));
        default -> violations.add("parts", "are report and photos, nothing else");
      }
    }
    violations.require(body != null, "report", "is missing: the part with the report's JSON");
    violations.throwIfAny();
    return answer(
        intake.accept(new Incoming(body == null ? new byte[0] : body, photos, key), actor));
  }

  /// @param what the id of a similar matter, or a receipt
  @PostMapping(path = "/api/reports/{what}/follow", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Answer> follow(
      @PathVariable("what") String what,
      HttpServletRequest request,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @Nullable Actor actor)
      throws IOException {
    return answer(following.follow(what, read(request.getInputStream()), key, actor));
  }

  /// Beyond the number that is allowed only the count matters, not the bytes.
  private static Incoming.Upload upload(Part part, int at) throws IOException {
    byte[] file = at < ReportCheck.MAX_PHOTOS ? part.getInputStream().readAllBytes() : new byte[0];
    return new Incoming.Upload("photos[" + at + "]", file);
  }

  private byte[] read(InputStream in) throws IOException {
    byte[] body = in.readNBytes(maxBody + 1);
    if (body.length > maxBody) {
      throw tooLarge();
    }
    return body;
  }

  private RuntimeException tooLarge() {
    return Problem.tooLarge("A report has at most " + maxBody + " bytes, photos apart.")
        .asException();
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
