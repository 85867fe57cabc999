package org.citygrid.asset.survey;

/// Somebody called the survey off while it was being read; nothing of it is stored.
public final class SurveyCancelled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SurveyCancelled() {
    super("cancelled");
  }
}
