package org.citygrid.dispatch.workflow;

import java.time.Duration;
import java.time.Period;

/// What a town may decide for itself about the rules.
///
/// @param clockFromFiling the handling clock starts at filing, not at dispatch
/// @param acceptorStandsIn small centres: the acceptor may file, close and review like a shift
///   leader
/// @param closedByAnother whoever filed a case may not close it
/// @param reworkConfirmed a failed check counts only once the acceptor has confirmed it
/// @param publicVerified public reports must be verified on the spot before they are accepted
/// @param photosRequired reports, hand-ins and checks need a photo
/// @param extensions how many extensions may be granted
/// @param suspensions how many suspensions may be granted
/// @param returns how often a department may ask to return a case; then the shift leader decides
/// @param longestSuspension how far from now a suspension may reach
public record Policy(
    boolean clockFromFiling,
    boolean acceptorStandsIn,
    boolean closedByAnother,
    boolean reworkConfirmed,
    boolean publicVerified,
    boolean photosRequired,
    int extensions,
    int suspensions,
    int returns,
    Period longestSuspension) {

  /// The rules of a town that has decided nothing.
  public static final Policy USUAL =
      new Policy(false, false, false, false, false, false, 2, 1, 3, Period.ofYears(1));

  /// [#longestSuspension] in whole days, a year counted as 366.
  Duration longest() {
    return Duration.ofDays(
        longestSuspension.getYears() * 366L
            + longestSuspension.getMonths() * 31L
            + longestSuspension.getDays());
  }
}
