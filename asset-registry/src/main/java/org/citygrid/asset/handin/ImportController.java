package org.citygrid.asset.handin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.citygrid.geofile.UnreadableFile;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// Where files are handed in for import, looked at, begun, watched and taken back.
@RestController
@OnRole("registry")
final class ImportController {
  private static final int MOST_LISTED = 200;

  private final JobTable jobs;
  private final Spool spool;
  private final Previews previews;
  private final ImportWorker worker;
  private final Changes changes;
  private final InstantSource clock;
  private final ReasonWords words = ReasonWords.read();

  ImportController(
      JobTable jobs,
      Spool spool,
      Previews previews,
      ImportWorker worker,
      Changes changes,
      TownClock clock) {
    this.jobs = jobs;
    this.spool = spool;
    this.previews = previews;
    this.worker = worker;
    this.changes = changes;
    this.clock = clock::instant;
  }

  record Received(
      long id, ImportKind kind, String fileName, long bytes, JobStatus status, Preview preview) {}

  /// @param fields our fields in Chinese
  record Words(List<ReasonWords.Phrase> reasons, Map<String, String> fields) {}

  record JobList(List<ImportJob> items, @Nullable String next) {}

  /// The body is the file's bytes; a file that cannot be read at all is not kept.
  @PostMapping("/api/imports")
  @ResponseStatus(HttpStatus.CREATED)
  Received receive(
      HttpServletRequest request,
      @RequestParam(defaultValue = "components") String kind,
      @RequestParam(defaultValue = "survey") String fileName,
      Actor actor)
      throws IOException {
    ImportKind what =
        ImportKind.find(kind)
            .orElseThrow(() ->
                Problem.badRequest("kind", "must be components, divisions, cells, grids or streets")
                    .asException());
    Spool.Stored stored = spool.keep(request.getInputStream(), isPacked(request));
    String name = lastPart(fileName);
    try {
      Preview preview = look(spool.path(stored.name()), name, what, JobSettings.NONE);
      long id =
          jobs.insert(what, name, stored.name(), stored.bytes(), actor.userName(), clock.instant());
      return new Received(id, what, name, stored.bytes(), JobStatus.RECEIVED, preview);
    } catch (RuntimeException | IOException unreadable) {
      spool.forget(stored);
      throw unreadable;
    }
  }

  @PostMapping("/api/imports/{id}/preview")
  Received preview(@PathVariable long id, @RequestBody(required = false) @Nullable JobSettings said)
      throws IOException {
    ImportJob job = find(id);
    requireFile(job);
    JobSettings settings = job.settings().with(said);
    Preview preview = look(spool.file(job), job.fileName(), job.kind(), settings);
    if (!job.status().isOpen()) {
      jobs.remember(id, settings);
    }
    return new Received(id, job.kind(), job.fileName(), job.bytes(), job.status(), preview);
  }

  @PostMapping("/api/imports/{id}/start")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ImportJob start(
      @PathVariable long id, @RequestBody(required = false) @Nullable JobSettings said) {
    ImportJob job = find(id);
    requireFile(job);
    if (!jobs.queue(id, job.settings().with(said))) {
      ImportJob now = find(id);
      throw Problem.conflict(
              "This import is " + now.status().word() + " and cannot be started.",
              Map.of("status", now.status().word()))
          .asException();
    }
    worker.wake();
    return find(id);
  }

  @GetMapping("/api/imports/{id}")
  ImportJob job(@PathVariable long id) {
    return find(id);
  }

  @GetMapping("/api/imports")
  JobList list(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    int most = Math.clamp(limit, 1, MOST_LISTED);
    List<ImportJob> found = jobs.list(before(cursor), most + 1);
    boolean more = found.size() > most;
    List<ImportJob> items =
        (more ? found.subList(0, most) : found).stream().map(this::live).toList();
    return new JobList(items, more ? Long.toString(items.getLast().id()) : null);
  }

  /// The reasons of refusals, for pages in Chinese.
  @GetMapping("/api/imports/words")
  Words words() {
    return new Words(words.phrases(), ReasonWords.fieldsInChinese());
  }

  /// @param lang `zh` or `en`; else what the reader's browser prefers, English when it says nothing
  @GetMapping("/api/imports/{id}/rejected.csv")
  ResponseEntity<StreamingResponseBody> rejected(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String lang,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") String accepted) {
    if (lang != null && !lang.equals("zh") && !lang.equals("en")) {
      throw Problem.badRequest("lang", "must be zh or en").asException();
    }
    Path file = spool.rejectedFile(find(id));
    if (!Files.exists(file)) {
      throw Problem.notFound().asException();
    }
    boolean chinese = lang == null ? prefersChinese(accepted) : lang.equals("zh");
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("rejected-" + id + ".csv").build().toString())
        .body(chinese ? new RejectedInChinese(file, words)::writeTo : out -> Files.copy(file, out));
  }

  private static boolean prefersChinese(String accepted) {
    try {
      return "zh"
          .equals(Locale.lookupTag(Locale.LanguageRange.parse(accepted), List.of("en", "zh")));
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  /// @param what `inserted`, `updated` or `disappeared`
  @GetMapping("/api/imports/{id}/changes")
  Changes.Page changes(
      @PathVariable long id,
      @RequestParam String what,
      @RequestParam(defaultValue = "") String cursor,
      @RequestParam(defaultValue = "100") int limit) {
    ImportJob job = find(id);
    Changes.What kind =
        Changes.What.find(what)
            .orElseThrow(() ->
                Problem.badRequest("what", "must be inserted, updated or disappeared")
                    .asException());
    return job.survey() == null
        ? new Changes.Page(List.of(), null)
        : changes.list(job.survey(), kind, cursor, Math.clamp(limit, 1, 1000));
  }

  @PostMapping("/api/imports/{id}/cancel")
  ImportJob cancel(@PathVariable long id, Actor actor) {
    ImportJob job = find(id);
    if (!worker.cancel(job, actor.userName())) {
      throw Problem.conflict(
              "This import is " + find(id).status().word() + ": there is nothing to cancel.",
              Map.of("status", find(id).status().word()))
          .asException();
    }
    return find(id);
  }

  @PostMapping("/api/imports/{id}/undo")
  ImportJob undo(@PathVariable long id, Actor actor) {
    ImportJob job = find(id);
    if (!job.canUndo()) {
      throw Problem.conflict(
              "This import is " + job.status().word() + " and cannot be taken back.",
              Map.of("status", job.status().word()))
          .asException();
    }
    worker.undo(job, actor.userName());
    return find(id);
  }

  private Preview look(Path file, String fileName, ImportKind kind, JobSettings settings)
      throws IOException {
    try {
      return previews.look(file, fileName, kind, settings);
    } catch (UnreadableFile broken) {
      String field = Objects.requireNonNullElse(broken.setting(), "body");
      throw Problem.badRequest(field, String.valueOf(broken.getMessage())).asException();
    }
  }

  private ImportJob find(long id) {
    return live(jobs.find(id).orElseThrow(() -> Problem.notFound().asException()));
  }

  /// What runs in this process is shown as it is at this moment.
  private ImportJob live(ImportJob job) {
    return worker.live(job);
  }

  private void requireFile(ImportJob job) {
    if (!spool.has(job)) {
      throw Problem.conflict(
              "The file is no longer there: hand it in again.",
              Map.of("status", job.status().word()))
          .asException();
    }
  }

  private static long before(@Nullable String cursor) {
    try {
      return cursor == null || cursor.isEmpty() ? Long.MAX_VALUE : Long.parseLong(cursor);
    } catch (NumberFormatException wrong) {
      throw Problem.badRequest("cursor", "is not one of ours").asException();
    }
  }

  private static boolean isPacked(HttpServletRequest request) {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding == null || encoding.equalsIgnoreCase("identity")) {
      return false;
    }
    if (encoding.toLowerCase(Locale.ROOT).equals("gzip")) {
      return true;
    }
    throw Problem.unsupportedMedia("Content-Encoding may be gzip, or nothing.").asException();
  }

  /// Some browsers send the whole path.
  private static String lastPart(String fileName) {
    String name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String shown = name.length() > 200 ? name.substring(name.length() - 200) : name;
    return shown.isBlank() ? "survey" : shown;
  }
}
