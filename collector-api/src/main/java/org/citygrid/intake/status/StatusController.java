package org.citygrid.intake.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.ThingClass;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.Grids;
import org.citygrid.intake.enquiry.EnquiryStory;
import org.citygrid.intake.form.JsonForm;
import org.citygrid.intake.photo.PhotoAnswer;
import org.citygrid.intake.report.Receipt;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What reporters may know of their reports: citizens by the receipt, collectors by their sign-in.
@RestController
final class StatusController {
  private static final UUID LAST_ID = new UUID(-1, -1);

  private final StatusTable table;
  private final Catalogue catalogue;
  private final Grids grids;
  private final PhotoAnswer photos;
  private final EnquiryStory.Shelf enquiries;

  StatusController(
      StatusTable table,
      Catalogue catalogue,
      Grids grids,
      PhotoAnswer photos,
      EnquiryStory.Shelf enquiries) {
    this.table = table;
    this.catalogue = catalogue;
    this.grids = grids;
    this.photos = photos;
    this.enquiries = enquiries;
  }

  record DutyGridName(String code, int number, LocalText name) {}

  record Place(double lon, double lat, @Nullable DutyGridName dutyGrid) {}

  record Step(Instant at, LocalText words, @Nullable String note, List<String> photoIds) {}

  /// @param together it goes on in the case of an earlier report
  record Summary(
      String receipt,
      ReportStatus status,
      LocalText statusWords,
      String kind,
      String classCode,
      @Nullable LocalText className,
      String description,
      Place place,
      Instant reportedAt,
      @Nullable String caseNumber,
      @Nullable Instant deadline,
      @Nullable List<Step> steps,
      List<String> photoIds,
      @Nullable Boolean together) {}

  record Page(List<Summary> items, @Nullable String next) {}

  /// @return a [Summary] for a report, an [EnquiryStory] for a request that is none
  @GetMapping("/api/reports/{receipt}")
  ResponseEntity<Object> show(@PathVariable("receipt") String receipt) {
    Object story =
        findReport(receipt)
            .<Object>map(found -> summary(found, tell(found, table.listSteps(found))))
            .or(() -> findEnquiry(receipt))
            .orElseThrow(() -> Problem.notFound().asException());
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(story);
  }

  private Optional<EnquiryStory> findEnquiry(String typed) {
    return Receipt.read(typed).flatMap(enquiries::find);
  }

  @GetMapping("/api/reports/{receipt}/photos/{photoId}")
  ResponseEntity<Resource> showPhoto(
      @PathVariable("receipt") String receipt,
      @PathVariable("photoId") String photoId,
      @RequestParam(name = "size", defaultValue = "full") String size,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    if (findEnquiry(receipt).filter(one -> one.photoIds().contains(photoId)).isPresent()) {
      return photos.of(photoId, size, accept);
    }
    StatusTable.Found found = find(receipt);
    boolean told =
        found.photoIds().contains(photoId)
            || tell(found, table.listSteps(found)).stream()
                .anyMatch(step -> step.photoIds().contains(photoId));
    if (!told) {
      throw Problem.notFound().asException();
    }
    return photos.of(photoId, size, accept);
  }

  @GetMapping("/api/reports")
  Page list(
      @RequestParam(name = "mine", defaultValue = "false") boolean mine,
      @RequestParam(name = "limit", defaultValue = "50") int limit,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor,
      Actor actor) {
    Violations violations = new Violations();
    violations.require(mine, "mine", "must be true: only one's own reports are listed");
    violations.require(limit >= 1 && limit <= 200, "limit", "must be within 1 and 200");
    Cursor from = Cursor.read(cursor, violations);
    violations.throwIfAny();
    List<StatusTable.Found> found = table.listOf(actor.userName(), from.at(), from.id(), limit);
    String next = found.size() < limit ? null : Cursor.of(found.getLast()).write();
    return new Page(found.stream().map(each -> summary(each, null)).toList(), next);
  }

  private record Cursor(Instant at, UUID id) {
    static Cursor of(StatusTable.Found last) {
      return new Cursor(last.receivedAt(), last.reportId());
    }

    String write() {
      String text = at + "/" + id;
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static Cursor read(@Nullable String given, Violations violations) {
      Cursor newest = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), LAST_ID);
      if (given == null) {
        return newest;
      }
      try {
        String text = new String(Base64.getUrlDecoder().decode(given), StandardCharsets.US_ASCII);
        int slash = text.indexOf('/');
        UUID id = JsonForm.findUuid(text.substring(slash + 1));
        if (slash > 0 && id != null) {
          return new Cursor(Instant.parse(text.substring(0, slash)), id);
        }
      } catch (java.time.DateTimeException | IllegalArgumentException foreign) {
        // told below
      }
      violations.add("cursor", "is not one that this server gave");
      return newest;
    }
  }

  private StatusTable.Found find(String typed) {
    return findReport(typed).orElseThrow(() -> Problem.notFound().asException());
  }

  private Optional<StatusTable.Found> findReport(String typed) {
    return Receipt.read(typed).flatMap(receipt -> table.findByReceipt(receipt.code()));
  }

  /// In the order of time: whoever follows a case comes in when much of it has happened.
  private static List<Step> tell(StatusTable.Found found, List<StatusTable.Step> known) {
    List<Step> steps = new ArrayList<>();
    if (known.stream().noneMatch(step -> step.action().equals("REPORT"))) {
      LocalText received = StepWords.find("REPORT").orElseThrow();
      steps.add(new Step(found.receivedAt(), received, null, List.of()));
    }
    for (StatusTable.Step step : known) {
      StepWords.find(step.action())
          .ifPresent(
              words -> steps.add(new Step(step.at(), words, step.publicNote(), step.photoIds())));
    }
    steps.sort(Comparator.comparing(Step::at));
    return steps;
  }

  private Summary summary(StatusTable.Found found, @Nullable List<Step> steps) {
    ReportStatus status =
        Optional.ofNullable(found.state())
            .flatMap(CaseState::find)
            .map(CaseState::status)
            .orElse(ReportStatus.RECEIVED);
    return new Summary(
        found.receipt(),
        status,
        status.words(),
        found.kind().word(),
        found.classCode(),
        catalogue.findClass(found.kind(), found.classCode()).map(ThingClass::name).orElse(null),
        found.description(),
        new Place(found.lon(), found.lat(), gridOf(found)),
        found.receivedAt(),
        found.caseNumber(),
        found.dueAt(),
        steps,
        found.photoIds(),
        found.isTogether() ? true : null);
  }

  private @Nullable DutyGridName gridOf(StatusTable.Found found) {
    return Optional.ofNullable(found.dutyGridCode())
        .map(DutyGridCode::new)
        .flatMap(grids::findDutyGrid)
        .map(grid -> new DutyGridName(grid.code().value(), grid.number(), grid.name()))
        .orElse(null);
  }
}
