package org.citygrid.dispatch.workflow;

/// What has been asked for and not yet been decided, while the case stays where it is.
public enum Request {
  NONE,
  EXTENSION,
  SUSPENSION,
  /// A failed check that the acceptor has still to confirm.
  REWORK,
  /// An appeal before the dispatcher.
  APPEAL,
  /// An appeal that the dispatcher has granted and the acceptor has still to confirm.
  APPEAL_CONFIRMATION
}
