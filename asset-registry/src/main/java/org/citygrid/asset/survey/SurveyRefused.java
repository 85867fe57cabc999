package org.citygrid.asset.survey;

import java.util.List;
import org.citygrid.asset.column.Reject;

/// Rows are wrong, and all or nothing was asked for.
public final class SurveyRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Reject> first;
  private final long count;

  SurveyRefused(Rejects rejects) {
    super(rejects.rows() + " rows refused");
    this.first = rejects.first();
    this.count = rejects.rows();
  }

  /// The first hundred reasons, by line.
  public List<Reject> first() {
    return first;
  }

  public long count() {
    return count;
  }
}
