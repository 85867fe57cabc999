package org.citygrid.platform.schema;

/// The database did not answer while the application was starting.
public final class DatabaseUnreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseUnreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
