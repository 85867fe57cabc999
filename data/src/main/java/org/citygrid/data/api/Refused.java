package org.citygrid.data.api;

/// CityGrid did not do what it was asked.
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;

  Refused(String doing, Answer answer) {
    super(doing + " was refused: " + answer.problem());
    this.status = answer.status();
  }

  public int status() {
    return status;
  }
}
