package org.citygrid.asset.survey;

/// The file breaks off, or is not of the form it claims: nothing of it is taken.
final class UnreadableSurvey extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableSurvey(String reason) {
    super(reason);
  }

  UnreadableSurvey(String reason, Throwable cause) {
    super(reason, cause);
  }
}
