package org.citygrid.intake.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citygrid.intake.form.JsonForm;
import org.jspecify.annotations.Nullable;

/// A report as its sender wrote it: each field of the right type, nothing yet compared with the
/// town.
public record ReportForm(
    @Nullable String kind,
    @Nullable String classCode,
    @Nullable String edition,
    @Nullable String conditionId,
    @Nullable String componentCode,
    @Nullable Point fix,
    @Nullable Double accuracyMetres,
    @Nullable Point pin,
    String description,
    @Nullable Instant observedAt,
    @Nullable String channel,
    @Nullable String source,
    Contact contact,
    List<String> photoIds,
    boolean wantsReply,
    boolean selfHandled) {
  static final int MAX_DESCRIPTION = 2000;

  /// Half way round the earth: a desk computer may know no better.
  private static final double MAX_ACCURACY = 20_000_000;

  /// Reads every field and notes every wrong one; the caller reads its own fields and then calls
  /// [JsonForm#finish].
  public static ReportForm read(JsonForm form) {
    if (form.lacks("location")) {
      form.wrong("location", "is missing: {lon, lat}");
    }
    Optional<JsonForm> location = form.object("location");
    Point fix = location.flatMap(place -> Point.read(place, "wgs84")).orElse(null);
    Double accuracy = location.map(ReportForm::readAccuracy).orElse(null);
    location.ifPresent(JsonForm::finish);
    String crs = fix == null ? "wgs84" : fix.crs();
    Optional<JsonForm> pinned = form.object("pin");
    Point pin = pinned.flatMap(place -> Point.read(place, crs)).orElse(null);
    pinned.ifPresent(JsonForm::finish);
    String description = form.lines("description", MAX_DESCRIPTION);
    return new ReportForm(
        form.text("kind", 20),
        form.text("classCode", 20),
        form.text("edition", 60),
        form.text("conditionId", 60),
        form.text("componentCode", 20),
        fix,
        accuracy,
        pin,
        description == null ? "" : description,
        form.instant("observedAt"),
        form.text("channel", 20),
        form.text("source", 20),
        form.object("contact").map(Contact::read).orElse(Contact.NONE),
        form.texts("photoIds", 64),
        form.flag("wantsReply"),
        form.flag("selfHandled"));
  }

  private static @Nullable Double readAccuracy(JsonForm location) {
    Double metres = location.number("accuracyMetres");
    return metres == null || (metres >= 0 && metres <= MAX_ACCURACY)
        ? metres
        : location.wrong("accuracyMetres", "must be within 0 and 20000000 metres");
  }
}
