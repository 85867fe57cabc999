package org.citygrid.asset.survey;

import java.util.List;
import org.citygrid.asset.column.Reject;

/// Whoever looks on while a survey is taken in. Called by the threads at work: it must be quick.
public interface Watch {
  /// Where the work has got to.
  enum Phase {
    READING,
    JUDGING,
    CODING,
    WRITING,
    INDEXING
  }

  /// Nobody looks on.
  Watch NOBODY = new Watch() {};

  default void phase(Phase phase) {}

  /// One more row was read.
  ///
  /// @throws SurveyCancelled if nobody wants the rest
  default void row() {}

  /// Everything begins again from the first row; what was told so far is void.
  default void again() {}

  /// All that is wrong with one row.
  default void rejected(List<Reject> reasons) {}

  /// The database's process that works from now on; a person who cancels may stop it.
  default void backend(int process) {}
}
