package org.citygrid.dispatch.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Evaluations to take away: the same rows that the same reader sees, as a workbook, a CSV or on
/// paper.
@RestController
class EvaluationFileController {
  private interface Writer {
    void write(SheetTable table, OutputStream out) throws IOException;
  }

  private record Form(String type, Writer writer) {}

  private static final Map<String, Form> FORMS =
      Map.of(
          "xlsx",
          new Form(
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
              SheetFiles::xlsx),
          "csv",
          new Form("text/csv;charset=UTF-8", SheetFiles::csv),
          "pdf",
          new Form("application/pdf", SheetPdf::write));

  private final EvaluationController evaluations;
  private final ResultController results;
  private final TownClock clock;

  EvaluationFileController(
      EvaluationController evaluations, ResultController results, TownClock clock) {
    this.evaluations = evaluations;
    this.results = results;
    this.clock = clock;
  }

  /// @param form `xlsx`, `csv` or `pdf`
  /// @param lang `zh` (the default) or `en`
  @GetMapping("/api/evaluation/file/{form}")
  ResponseEntity<byte[]> current(
      Actor actor,
      @PathVariable String form,
      @RequestParam(defaultValue = "zh") String lang,
      @RequestParam(required = false) @Nullable String of,
      @RequestParam(required = false) @Nullable String period,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String scheme,
      @RequestParam(required = false) @Nullable String key) {
    check(form, lang);
    return file(
        evaluations.evaluate(actor, of, period, from, to, scheme, key, null, null), form, lang);
  }

  @GetMapping("/api/evaluation/results/{id}/file/{form}")
  ResponseEntity<byte[]> frozen(
      Actor actor,
      @PathVariable UUID id,
      @PathVariable String form,
      @RequestParam(defaultValue = "zh") String lang) {
    check(form, lang);
    return file(results.read(actor, id), form, lang);
  }

  private static void check(String form, String lang) {
    var wrong = new Violations();
    wrong.require(FORMS.containsKey(form), "form", "must be xlsx, csv or pdf");
    wrong.require(lang.equals("zh") || lang.equals("en"), "lang", "must be zh or en");
    wrong.throwIfAny();
  }

  private ResponseEntity<byte[]> file(Sheet sheet, String name, String lang) {
    var form = Objects.requireNonNull(FORMS.get(name));
    boolean zh = lang.equals("zh");
    var table = SheetTable.of(sheet, zh, SheetNotes.of(sheet, zh, clock.zone()));
    var out = new ByteArrayOutputStream(64 * 1024);
    try {
      form.writer().write(table, out);
    } catch (IOException broken) {
      throw new UncheckedIOException("the evaluation could not be written", broken);
    }
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(table.title() + "." + name, UTF_8)
                .build()
                .toString())
        .contentType(MediaType.parseMediaType(form.type()))
        .body(out.toByteArray());
  }
}
