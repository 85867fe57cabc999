package org.citygrid.intake.report;

import java.util.List;
import org.citygrid.intake.photo.CleanPhoto;
import org.jspecify.annotations.Nullable;

/// A report that is ready to be stored, and the pictures that came along, which are on disk
/// already.
///
/// @param by user name of who sent them, null for a citizen
record Filing(Report report, List<CleanPhoto> pictures, @Nullable String by) {
  static Filing of(Report report) {
    return new Filing(report, List.of(), null);
  }
}
