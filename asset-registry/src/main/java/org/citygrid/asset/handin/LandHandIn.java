package org.citygrid.asset.handin;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citygrid.asset.column.Reject;
import org.citygrid.asset.survey.Watch;
import org.citygrid.geofile.Column;
import org.citygrid.geofile.Feature;
import org.citygrid.geofile.GeoFileReader;
import org.citygrid.grid.LandKind;
import org.citygrid.grid.LandSurvey;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Hands files of divisions, cells, duty grids and streets to the grid, which knows what to do with
/// them: whole or not at all. A town's land has some ten thousand features, which fit in memory.
@Component
@OnRole("registry")
final class LandHandIn {
  private static final int MOST_FEATURES = 500_000;

  private final ObjectProvider<LandSurvey> door;
  private final Spool spool;
  private final JsonMapper json;
  private final TownClock clock;

  LandHandIn(ObjectProvider<LandSurvey> door, Spool spool, JsonMapper json, TownClock clock) {
    this.door = door;
    this.spool = spool;
    this.json = json;
    this.clock = clock;
  }

  ImportWorker.Outcome take(ImportJob job, JobProgress progress, Instant start) throws IOException {
    LandKind kind = LandKind.valueOf(job.kind().name());
    List<Long> lines = new ArrayList<>();
    ObjectNode collection = read(job, progress, lines);
    progress.phase(Watch.Phase.JUDGING);
    LandSurvey.Outcome outcome =
        door.getObject().take(kind, collection, job.settings().isDryRun(), job.by());
    List<Reject> rejected =
        outcome.rejected().stream()
            .map(one ->
                Reject.of(
                    one.index() < lines.size() ? lines.get(one.index()) : one.index() + 1L,
                    one.field(),
                    one.value(),
                    one.reason()))
            .toList();
    rejected.forEach(one -> progress.rejected(List.of(one)));
    JobResult result =
        new JobResult(
            outcome.inserted(),
            outcome.updated(),
            outcome.unchanged(),
            0,
            rejected.size(),
            rejected.stream().limit(100).toList(),
            0,
            Duration.between(start, clock.instant()).toMillis() / 1000.0);
    if (!rejected.isEmpty()) {
      return new ImportWorker.Outcome(
          JobStatus.REFUSED,
          result,
          "%d mistakes were found, so nothing was stored.".formatted(rejected.size()),
          null);
    }
    return new ImportWorker.Outcome(
        job.settings().isDryRun() ? JobStatus.CHECKED : JobStatus.DONE, result, null, null);
  }

  private ObjectNode read(ImportJob job, JobProgress progress, List<Long> lines)
      throws IOException {
    Map<String, String> mapping = JobSettings.withoutNothing(job.settings().mapping());
    ObjectNode collection = json.createObjectNode().put("type", "FeatureCollection");
    ArrayNode features = collection.putArray("features");
    try (GeoFileReader reader = FileOpener.open(spool.file(job), job.fileName(), job.settings())) {
      List<Column> columns = reader.described().columns();
      progress.reading(reader::bytesRead, null);
      reader.read(feature -> {
        progress.row();
        if (lines.size() >= MOST_FEATURES) {
          throw new org.citygrid.geofile.UnreadableFile(
              "the file has more than " + MOST_FEATURES + " features");
        }
        lines.add(feature.line());
        features.add(toGeoJson(feature, columns, mapping, job.settings()));
      });
    }
    return collection;
  }

  private ObjectNode toGeoJson(
      Feature feature, List<Column> columns, Map<String, String> mapping, JobSettings settings) {
    ObjectNode one = json.createObjectNode().put("type", "Feature");
    if (feature.geometry() == null) {
      one.putNull("geometry");
    } else {
      one.set("geometry", GeoJsonText.of(feature.geometry(), json));
    }
    ObjectNode properties = one.putObject("properties");
    JobSettings.withoutNothing(settings.defaults()).forEach(properties::put);
    for (int i = 0; i < columns.size() && i < feature.values().length; i++) {
      @Nullable Object value = feature.values()[i];
      String column = columns.get(i).name();
      if (value == null) {
        continue;
      }
      JsonNode node = json.valueToTree(value);
      if (mapping.isEmpty()) {
        properties.set(column, node);
      } else {
        mapping.forEach((field, source) -> {
          if (source.equals(column)) {
            properties.set(field, node);
          }
        });
      }
    }
    return one;
  }
}
