package org.citygrid.dispatch.figure;

/// What is counted by day.
public enum Figure {
  REPORTED,
  FILED,
  HANDLED,
  ON_TIME,
  CLOSED,
  SELF_HANDLED
}
