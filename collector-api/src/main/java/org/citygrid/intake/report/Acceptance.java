package org.citygrid.intake.report;

/// What became of a report at the door.
public sealed interface Acceptance {
  /// Stored now, for the first time.
  record Accepted(String receipt) implements Acceptance {}

  /// The same report was stored before; this is its receipt.
  record Known(String receipt) implements Acceptance {}

  /// Another report bears the same id.
  record Clash() implements Acceptance {}
}
