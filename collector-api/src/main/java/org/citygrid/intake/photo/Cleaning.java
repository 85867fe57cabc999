package org.citygrid.intake.photo;

/// What came of cleaning one file.
public sealed interface Cleaning {
  /// The picture alone, ready to be kept.
  record Clean(CleanPhoto photo) implements Cleaning {}

  /// @param why a sentence that continues "this photo …"
  record Refused(String why) implements Cleaning {}
}
