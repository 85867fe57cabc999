package org.citygrid.intake.task;

import java.util.List;
import java.util.Optional;
import org.citygrid.geo.LonLat;
import org.citygrid.intake.form.JsonForm;
import org.citygrid.intake.report.Point;
import org.jspecify.annotations.Nullable;

/// What a collector answers to a task.
///
/// @param outcome `true` or `false` to verify, `pass` or `fail` to check
/// @param place where the collector stood, WGS-84
record Finding(
    String outcome, @Nullable String remark, List<String> photoIds, @Nullable LonLat place) {
  private static final int MAX_PHOTOS = 9;

  static Finding read(JsonForm form) {
    String outcome = form.text("outcome", 10);
    String remark = form.lines("remark", 2000);
    List<String> photoIds = form.texts("photoIds", 64);
    if (photoIds.size() > MAX_PHOTOS) {
      form.wrong("photoIds", "are more than " + MAX_PHOTOS);
    }
    boolean placed = !form.lacks("lon") || !form.lacks("lat");
    Optional<Point> point = placed ? Point.read(form, "wgs84") : Optional.empty();
    form.finish();
    return new Finding(
        outcome == null ? "" : outcome, remark, photoIds, point.map(Point::toWgs84).orElse(null));
  }

  boolean answers(String taskKind) {
    return taskKind.equals("verify")
        ? outcome.equals("true") || outcome.equals("false")
        : outcome.equals("pass") || outcome.equals("fail");
  }
}
