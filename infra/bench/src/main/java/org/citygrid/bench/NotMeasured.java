package org.citygrid.bench;

/// A benchmark could not be carried out; the message says why in one line.
final class NotMeasured extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotMeasured(String message) {
    super(message);
  }

  NotMeasured(String message, Throwable cause) {
    super(message, cause);
  }
}
