package org.citygrid.asset.handin;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How far a job has come.
enum JobStatus {
  /// The file is there; nobody has said to begin.
  RECEIVED,
  WAITING,
  RUNNING,
  DONE,
  /// A dry run came to its end.
  CHECKED,
  /// Rows are wrong, and all or nothing was asked for.
  REFUSED,
  FAILED,
  CANCELLED,
  UNDONE;

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static JobStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// Whether the file may be read with other settings, and begun.
  boolean mayStart() {
    return this == RECEIVED
        || this == CHECKED
        || this == REFUSED
        || this == FAILED
        || this == CANCELLED;
  }

  boolean isOpen() {
    return this == WAITING || this == RUNNING;
  }
}
