package org.citygrid.asset.survey;

import java.util.List;

/// Rows are wrong, and all or nothing was asked for.
final class SurveyRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Rejects rejects;

  SurveyRefused(Rejects rejects) {
    super(rejects.rows() + " rows refused");
    this.rejects = rejects;
  }

  List<Reject> first() {
    return rejects.first();
  }

  long count() {
    return rejects.rows();
  }
}
