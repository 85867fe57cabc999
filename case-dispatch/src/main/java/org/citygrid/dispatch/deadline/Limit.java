package org.citygrid.dispatch.deadline;

/// A handling limit as the catalogue states it, for example 2 work days.
public record Limit(int value, LimitUnit unit) {

  public Limit {
    if (value <= 0) {
      throw new IllegalArgumentException("A limit must be positive, not " + value);
    }
  }
}
