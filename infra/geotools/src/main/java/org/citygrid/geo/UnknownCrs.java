package org.citygrid.geo;

/// A coordinate reference system that was named or described in a way we do not know.
public final class UnknownCrs extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnknownCrs(String message) {
    super(message);
  }

  UnknownCrs(String message, Throwable cause) {
    super(message, cause);
  }
}
