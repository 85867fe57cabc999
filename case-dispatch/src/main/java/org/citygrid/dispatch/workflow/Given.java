package org.citygrid.dispatch.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the actor gives along with the action.
///
/// @param until end of a suspension, or when a supervised holder must have replied
/// @param master the case a duplicate is linked to
/// @param photos how many photos come with the act
/// @param collector who can be sent to look, null when nobody is on duty
/// @param worker whom of the department the work is given to
public record Given(
    @Nullable String opinion,
    @Nullable String unitCode,
    @Nullable String conditionId,
    @Nullable Instant until,
    @Nullable Master master,
    int photos,
    @Nullable String collector,
    @Nullable Worker worker) {

  public static final Given NOTHING = new Given(null, null, null, null, null, 0, null, null);

  /// A case offered as the master of a duplicate.
  ///
  /// @param sameClass whether it is of the same kind and minor class
  /// @param fit whether it is another case and not itself refused, voided or linked
  public record Master(String number, boolean sameClass, boolean fit) {}

  /// Somebody the work is to be given to.
  ///
  /// @param ofUnit whether they work for the department that has the case
  public record Worker(String userName, boolean ofUnit) {}
}
