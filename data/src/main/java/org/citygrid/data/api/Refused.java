package org.citygrid.data.api;

/// CityGrid did not do what it was asked.
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final transient Answer answer;

  Refused(String doing, Answer answer) {
    super(doing + " was refused: " + answer.problem());
    this.status = answer.status();
    this.answer = answer;
  }

  /// Whether this field was wrong.
  public boolean isAbout(String field) {
    return answer.isAbout(field);
  }

  public int status() {
    return status;
  }
}
