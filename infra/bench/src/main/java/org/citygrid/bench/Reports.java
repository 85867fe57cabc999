package org.citygrid.bench;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.citygrid.data.day.CaseMix;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Synthetic reports in the first county of the bench's city, in the mix of classes of the demo.
final class Reports {
  private static final int SPOTS = 20_000;
  private static final double COMPONENT_PART = 0.055;

  private final JsonMapper json = JsonMapper.shared();
  private final List<Spot> spots = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(11);

  /// Where something can be reported.
  record Spot(
      double lon,
      double lat,
      String division,
      String cell,
      String dutyGrid,
      @Nullable String componentCode,
      @Nullable String componentClass) {}

  /// A report as it stands on the topic.
  record Told(String key, String json) {}

  /// @param area code of a division: only there
  Reports(Rig rig, String area) throws SQLException {
    try (var connection = rig.connect();
        var statement = connection.prepareStatement(PLACES)) {
      statement.setString(1, area);
      statement.setInt(2, SPOTS);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          spots.add(
              new Spot(
                  rows.getDouble(1),
                  rows.getDouble(2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5),
                  rows.getString(6),
                  rows.getString(7)));
        }
      }
    }
    if (spots.isEmpty()) {
      throw new NotMeasured("there are no components in " + area);
    }
  }

  /// As a collector's phone sends it.
  synchronized String form(String words) {
    ObjectNode report = about(any(), words).put("observedAt", Instant.now().toString());
    double lon = report.path("lon").asDouble();
    double lat = report.path("lat").asDouble();
    report.remove(List.of("lon", "lat"));
    report.putObject("location").put("lon", lon).put("lat", lat).put("accuracyMetres", 8);
    return report.toString();
  }

  /// As intake tells the house of it.
  ///
  /// @param run begins every receipt, so that a run's cases are found again
  /// @param from when the first of them came; the others follow over a day
  List<Told> told(String run, int count, Instant from) {
    List<Told> all = new ArrayList<>(count);
    for (int n = 0; n < count; n++) {
      Spot spot = any();
      Instant at = from.plusMillis(86_400_000L * n / count);
      all.add(told(spot, about(spot, "合成上报 (synthetic)"), run + n, at));
    }
    return all;
  }

  /// One on the topic, of a class and at a place of the caller's choice.
  ///
  /// @param spot null: the program is to find out where that is
  Told told(@Nullable Spot spot, ObjectNode report, String receipt, Instant at) {
    report.put("reportId", UUID.randomUUID().toString()).put("receipt", receipt);
    report.put("edition", "GB/T 30428.2-2013").put("pinned", false);
    report.put("accuracyMetres", 8).put("wantsReply", false);
    report.put("observedAt", at.toString()).put("receivedAt", at.toString());
    report.put("channel", "field").put("source", "collector").put("reporter", "bench-collector");
    report.put("selfHandled", false).put("migrated", false).putArray("photoIds");
    if (spot != null) {
      report.put("divisionCode", spot.division());
      report.put("cellCode", spot.cell()).put("dutyGridCode", spot.dutyGrid());
    }
    return new Told(spot == null ? "somewhere" : spot.dutyGrid(), report.toString());
  }

  Spot any() {
    return spots.get(random.nextInt(spots.size()));
  }

  List<Spot> spots() {
    return spots;
  }

  /// Of one class, at one place.
  ObjectNode about(String classCode, double lon, double lat) {
    return json.createObjectNode()
        .put("kind", "event")
        .put("classCode", classCode)
        .put("description", "合成上报 (synthetic)")
        .put("lon", lon)
        .put("lat", lat);
  }

  private ObjectNode about(Spot spot, String words) {
    ObjectNode report = json.createObjectNode().put("description", words);
    if (spot.componentCode() != null && random.nextDouble() < COMPONENT_PART) {
      report.put("kind", "component").put("classCode", spot.componentClass());
      report.put("componentCode", spot.componentCode());
    } else {
      report.put("kind", "event").put("classCode", CaseMix.eventClass(random));
    }
    return report.put("lon", spot.lon()).put("lat", spot.lat());
  }

  /// Components all over the land, with the codes of where they stand.
  private static final String PLACES =
      """
      select ST_X(c.location), ST_Y(c.location), cell.division_code, cell.code, cell.duty_grid_code, c.code, c.class_code
      from asset.component c
      join grid.cell cell on cell.code = c.cell_code
      where starts_with(cell.code, ?) and cell.duty_grid_code is not null
      order by md5(c.code)
      limit ?
      """;
}
