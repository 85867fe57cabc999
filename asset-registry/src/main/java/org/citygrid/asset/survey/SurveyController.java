package org.citygrid.asset.survey;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.citygrid.geo.MapDatum;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.FieldError;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.role.OnRole;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Where surveys are handed in.
@RestController
@OnRole("registry")
final class SurveyController {
  private final SurveyImport surveys;

  SurveyController(SurveyImport surveys) {
    this.surveys = surveys;
  }

  /// @param partial take the good rows even if others are refused
  /// @param crs datum of the coordinates: `wgs84` (the default), `gcj02` or `bd09`
  @PostMapping("/api/components/import")
  SurveyResult take(
      HttpServletRequest request,
      @RequestParam(defaultValue = "false") boolean partial,
      @RequestParam(defaultValue = "wgs84") String crs,
      Actor actor)
      throws IOException {
    MapDatum datum =
        MapDatum.find(crs)
            .orElseThrow(
                () -> Problem.badRequest("crs", "must be wgs84, gcj02 or bd09").asException());
    var terms = new SurveyImport.Terms(formatOf(request), datum, partial, actor.userName());
    try {
      return surveys.take(request.getInputStream(), terms);
    } catch (SurveyRefused refused) {
      throw problem(refused).asException();
    } catch (UnreadableSurvey broken) {
      throw Problem.badRequest("body", String.valueOf(broken.getMessage())).asException();
    }
  }

  private static SurveyFormat formatOf(HttpServletRequest request) {
    String type = request.getContentType();
    String essence =
        type == null ? "" : MediaType.parseMediaType(type).removeQualityValue().toString();
    String bare = essence.contains(";") ? essence.substring(0, essence.indexOf(';')) : essence;
    return switch (bare) {
      case "application/geo+json", "application/json" -> SurveyFormat.GEOJSON;
      case "application/geo+json-seq", "application/x-ndjson", "application/jsonl" ->
          SurveyFormat.NDJSON;
      case "text/csv" -> SurveyFormat.CSV;
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
