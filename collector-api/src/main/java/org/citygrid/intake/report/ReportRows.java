package org.citygrid.intake.report;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.citygrid.platform.rows.ArrayText;
import org.jspecify.annotations.Nullable;

/// Reports as one array for each column of `intake.report`: PostgreSQL opens arrays in half the
/// time that the same rows take it as JSON. Ids of photos are known ones, 64 hexadecimal digits
/// each.
final class ReportRows {
  private ReportRows() {}

  /// @param type what the array holds
  private record Column(
      String name,
      String type,
      IntFunction<@Nullable Object[]> array,
      Function<Report, @Nullable Object> value) {

    @Nullable Object[] of(List<Report> reports) {
      return reports.stream().map(value).toArray(array);
    }
  }

  private static final List<Column> COLUMNS =
      List.of(
          key("report_id", Report::reportId),
          text("receipt", Report::receipt),
          text("content_hash", Report::contentHash),
          text("source", Report::source),
          text("channel", Report::channel),
          text("reporter", Report::reporter),
          text("registered_by", Report::registeredBy),
          text("kind", report -> report.kind().word()),
          text("class_code", Report::classCode),
          text("edition", Report::edition),
          text("condition_id", Report::conditionId),
          text("component_code", Report::componentCode),
          number("lon", Report::lon),
          number("lat", Report::lat),
          number("fix_lon", Report::fixLon),
          number("fix_lat", Report::fixLat),
          text("fix_crs", Report::fixCrs),
          number("accuracy_metres", Report::accuracyMetres),
          number("pin_lon", Report::pinLon),
          number("pin_lat", Report::pinLat),
          text("description", Report::description),
          time("observed_at", report -> report.observedAt().toString()),
          time("received_at", report -> report.receivedAt().toString()),
          truth("wants_reply", Report::wantsReply),
          truth("self_handled", Report::selfHandled),
          truth("migrated", Report::migrated),
          text("photo_ids", report -> ArrayText.of(report.photoIds())),
          text("division_code", Report::divisionCode),
          text("cell_code", Report::cellCode),
          text("duty_grid_code", Report::dutyGridCode),
          text("contact_name", Report::contactName),
          text("contact_phone", Report::contactPhone),
          text("contact_email", Report::contactEmail),
          key("follows", Report::follows));

  /// Inserts those that are not there yet and gives their ids; a parameter for each column. In the
  /// order of ids, so that two transactions with the same reports do not lock each other out.
  static final String INSERT_NEW =
      """
      insert into intake.report (%1$s)
      select %2$s
      from unnest(%3$s) as report(%1$s)
      order by report_id
      on conflict (report_id) do nothing
      returning report_id
      """
          .formatted(
              list(Column::name),
              list(c -> c.name().equals("photo_ids") ? "cast(photo_ids as text[])" : c.name()),
              list(c -> "cast(? as " + c.type() + "[])"));

  /// The parameters of the statement.
  static List<Object> arrays(List<Report> reports) {
    return COLUMNS.stream().<Object>map(column -> column.of(reports)).toList();
  }

  private static String list(Function<Column, String> each) {
    return COLUMNS.stream().map(each).collect(Collectors.joining(", "));
  }

  private static Column key(String name, Function<Report, @Nullable Object> value) {
    return new Column(name, "uuid", UUID[]::new, value);
  }

  private static Column text(String name, Function<Report, @Nullable Object> value) {
    return new Column(name, "text", String[]::new, value);
  }

  private static Column time(String name, Function<Report, @Nullable Object> value) {
    return new Column(name, "timestamptz", String[]::new, value);
  }

  private static Column number(String name, Function<Report, @Nullable Object> value) {
    return new Column(name, "float8", Double[]::new, value);
  }

  private static Column truth(String name, Function<Report, @Nullable Object> value) {
    return new Column(name, "boolean", Boolean[]::new, value);
  }
}
