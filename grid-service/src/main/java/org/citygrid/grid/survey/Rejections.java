package org.citygrid.grid.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.citygrid.platform.problem.FieldError;
import org.citygrid.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What is wrong with a survey, feature by feature. Counts everything, tells the first hundred.
final class Rejections {
  private static final int TELL = 100;

  private final List<Rejected> told = new ArrayList<>();
  private int count;

  /// @param index of the feature in the collection, from 0
  /// @param value what was found; null when nothing was
  record Rejected(int index, String field, @Nullable String value, String reason) {}

  void add(int index, String field, @Nullable Object value, String reason) {
    count++;
    if (told.size() < TELL) {
      told.add(new Rejected(index, field, value == null ? null : String.valueOf(value), reason));
    }
  }

  void throwIfAny() {
    if (count == 0) {
      return;
    }
    var more = new LinkedHashMap<String, Object>();
    more.put(
        "errors",
        told.stream()
            .map(each ->
                new FieldError("features[" + each.index() + "]." + each.field(), each.reason()))
            .toList());
    more.put("rejected", told);
    more.put("rejectedCount", count);
    throw new Problem(
            "validation",
            HttpStatus.BAD_REQUEST,
            "The survey has " + count + " mistakes; nothing was stored.",
            null,
            more)
        .asException();
  }
}
