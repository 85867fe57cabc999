package org.citygrid.platform.problem;

import java.util.ArrayList;
import java.util.List;

/// Collects every wrong field of a request, so that its sender can mend them all at once.
public final class Violations {
  private final List<FieldError> errors = new ArrayList<>();

  /// Notes `field` as wrong unless `holds`.
  public void require(boolean holds, String field, String message) {
    if (!holds) {
      add(field, message);
    }
  }

  public void add(String field, String message) {
    errors.add(new FieldError(field, message));
  }

  public boolean isEmpty() {
    return errors.isEmpty();
  }

  public List<FieldError> list() {
    return List.copyOf(errors);
  }

  /// @throws ProblemException naming each wrong field, when there is one
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw Problem.badRequest(list()).asException();
    }
  }
}
