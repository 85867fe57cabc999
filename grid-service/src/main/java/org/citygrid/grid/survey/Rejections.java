package org.citygrid.grid.survey;

import java.util.ArrayList;
import java.util.List;
import org.citygrid.grid.LandSurvey.Rejected;
import org.jspecify.annotations.Nullable;

/// What is wrong with a survey, feature by feature.
final class Rejections {
  private final List<Rejected> all = new ArrayList<>();

  void add(int index, String field, @Nullable Object value, String reason) {
    all.add(new Rejected(index, field, value == null ? null : String.valueOf(value), reason));
  }

  List<Rejected> all() {
    return List.copyOf(all);
  }
}
