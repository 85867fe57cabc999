package org.citygrid.asset.survey;

/// An import cannot be taken back; the message says why.
public final class UndoRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UndoRefused(String reason) {
    super(reason);
  }

  UndoRefused(String reason, Throwable cause) {
    super(reason, cause);
  }
}
