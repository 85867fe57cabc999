package org.citygrid.devservices;

import org.jspecify.annotations.Nullable;

/// A server could not be started, reached or stopped; the message says which and what to do.
public final class ServiceFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ServiceFailure(String message) {
    super(message);
  }

  ServiceFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
