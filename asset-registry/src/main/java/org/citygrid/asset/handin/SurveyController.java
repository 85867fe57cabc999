package org.citygrid.asset.handin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citygrid.asset.column.Reject;
import org.citygrid.asset.register.CodesExhausted;
import org.citygrid.asset.survey.SurveyImport;
import org.citygrid.asset.survey.SurveyRefused;
import org.citygrid.asset.survey.SurveyResult;
import org.citygrid.asset.survey.SurveyTerms;
import org.citygrid.asset.survey.Watch;
import org.citygrid.geo.MapDatum;
import org.citygrid.geofile.GeoFileReader;
import org.citygrid.geofile.GeoFiles;
import org.citygrid.geofile.Reading;
import org.citygrid.geofile.UnreadableFile;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.FieldError;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.role.OnRole;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The door for programs that bear our own field names: the answer comes when all is written.
@RestController
@OnRole("registry")
final class SurveyController {
  private final SurveyImport surveys;
  private final Spool spool;
  private final Previews previews;

  SurveyController(SurveyImport surveys, Spool spool, Previews previews) {
    this.surveys = surveys;
    this.spool = spool;
    this.previews = previews;
  }

  /// What became of the rows, as this door tells it.
  record Taken(
      long inserted,
      long updated,
      long unchanged,
      List<Reject> rejected,
      long rejectedCount,
      double seconds) {}

  /// @param partial take the good rows even if others are refused
  /// @param crs datum of the coordinates: `wgs84` (the default), `gcj02` or `bd09`
  @PostMapping("/api/components/import")
  Taken take(
      HttpServletRequest request,
      @RequestParam(defaultValue = "false") boolean partial,
      @RequestParam(defaultValue = "wgs84") String crs,
      Actor actor)
      throws IOException {
    MapDatum datum =
        MapDatum.find(crs)
            .orElseThrow(
                () -> Problem.badRequest("crs", "must be wgs84, gcj02 or bd09").asException());
    String name = nameFor(request);
    Spool.Stored stored =
        spool.keep(request.getInputStream(), "gzip".equals(request.getHeader("Content-Encoding")));
    try {
      return take(
          spool.path(stored.name()),
          name,
          new SurveyTerms(datum, partial, false, false, actor.userName()));
    } finally {
      spool.forget(stored);
    }
  }

  private Taken take(Path file, String name, SurveyTerms terms) throws IOException {
    boolean csv = name.endsWith(".csv");
    Reading how = Reading.findOut().as(UTF_8);
    Reading ours = csv ? how.split(',').places("lon", "lat").in("EPSG:4490") : how;
    try (GeoFileReader reader = GeoFiles.open(file, name, ours)) {
      SurveyResult result =
          surveys.take(
              new FileRows(reader, columns -> previews.strictRows(columns, csv)),
              terms,
              Watch.NOBODY);
      surveys.settle();
      return new Taken(
          result.inserted(),
          result.updated(),
          result.unchanged(),
          result.rejected(),
          result.rejectedCount(),
          result.seconds());
    } catch (SurveyRefused refused) {
      throw problem(refused).asException();
    } catch (UnreadableFile broken) {
      throw Problem.badRequest("body", String.valueOf(broken.getMessage())).asException();
    } catch (CodesExhausted full) {
      throw Problem.conflict(String.valueOf(full.getMessage()), Map.of()).asException();
    }
  }

  private static String nameFor(HttpServletRequest request) {
    String type = request.getContentType();
    String essence =
        type == null ? "" : MediaType.parseMediaType(type).removeQualityValue().toString();
    String bare = essence.contains(";") ? essence.substring(0, essence.indexOf(';')) : essence;
    return switch (bare) {
      case "application/geo+json", "application/json" -> "survey.geojson";
      case "application/geo+json-seq", "application/x-ndjson", "application/jsonl" ->
          "survey.geojsonl";
      case "text/csv" -> "survey.csv";
      default ->
          throw Problem.unsupportedMedia(
                  "Send application/geo+json, application/geo+json-seq, application/x-ndjson or text/csv.")
              .asException();
    };
  }

  private static Problem problem(SurveyRefused refused) {
    List<FieldError> errors =
        refused.first().stream()
            .map(one -> new FieldError(one.line() + "." + one.field(), one.reason()))
            .toList();
    return new Problem(
        "validation",
        HttpStatus.BAD_REQUEST,
        "%d rows are wrong, so nothing was stored; mend them, or ask for partial=true."
            .formatted(refused.count()),
        null,
        Map.of(
            "errors", errors,
            "rejected", refused.first(),
            "rejectedCount", refused.count()));
  }
}
