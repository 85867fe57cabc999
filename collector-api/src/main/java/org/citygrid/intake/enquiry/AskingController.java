package org.citygrid.intake.enquiry;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.citygrid.intake.form.PastLines;
import org.citygrid.intake.report.Acceptance;
import org.citygrid.intake.report.Acceptance.Accepted;
import org.citygrid.intake.report.Acceptance.Clash;
import org.citygrid.intake.report.Acceptance.Known;
import org.citygrid.intake.report.Receipt;
import org.citygrid.intake.report.RequestReader;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Where citizens ask, and say how they liked the answer. They read it at their receipt, as of a
/// report.
@RestController
final class AskingController {
  private final Asking asking;
  private final Satisfaction satisfaction;
  private final EnquiryStory.Shelf stories;
  private final RequestReader requests;
  private final EnquiryMigration migration;

  AskingController(
      Asking asking,
      Satisfaction satisfaction,
      EnquiryStory.Shelf stories,
      RequestReader requests,
      EnquiryMigration migration) {
    this.asking = asking;
    this.satisfaction = satisfaction;
    this.stories = stories;
    this.requests = requests;
    this.migration = migration;
  }

  record Given(String receipt, String status, String href) {}

  @PostMapping(path = "/api/enquiries", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Given> post(
      HttpServletRequest request,
      @RequestHeader(name = RequestReader.KEY, required = false) @Nullable String key,
      @Nullable Actor actor)
      throws IOException {
    return answer(asking.accept(requests.json(request, key), actor));
  }

  @PostMapping(path = "/api/enquiries", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Given> postWithPhotos(
      HttpServletRequest request,
      @RequestHeader(name = RequestReader.KEY, required = false) @Nullable String key,
      @Nullable Actor actor)
      throws IOException, ServletException {
    return answer(asking.accept(requests.parts(request, "enquiry", key), actor));
  }

  @PostMapping(
      path = "/api/enquiries/{receipt}/satisfaction",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<EnquiryStory> rate(
      @PathVariable("receipt") String receipt, HttpServletRequest request) throws IOException {
    boolean fresh = satisfaction.take(receipt, requests.json(request, null));
    EnquiryStory story =
        Receipt.read(receipt)
            .flatMap(stories::find)
            .orElseThrow(() -> Problem.notFound().asException());
    return ResponseEntity.status(fresh ? HttpStatus.CREATED : HttpStatus.OK)
        .cacheControl(CacheControl.noStore())
        .body(story);
  }

  /// What was asked on former days, one JSON object a line.
  @PostMapping(
      path = "/api/migration/enquiries",
      consumes = {"application/x-ndjson", MediaType.TEXT_PLAIN_VALUE, "application/json"})
  PastLines.Outcome migrate(HttpServletRequest request) throws IOException {
    return migration.migrate(request.getInputStream());
  }

  private static ResponseEntity<Given> answer(Acceptance acceptance) {
    return switch (acceptance) {
      case Accepted(String receipt) -> ResponseEntity.created(hrefOf(receipt)).body(given(receipt));
      case Known(String receipt) -> ResponseEntity.ok(given(receipt));
      case Clash() -> throw new IllegalStateException("a clash is answered with a problem");
    };
  }

  private static Given given(String receipt) {
    return new Given(receipt, "RECEIVED", hrefOf(receipt).toString());
  }

  private static URI hrefOf(String receipt) {
    return URI.create("/api/reports/" + receipt);
  }
}
