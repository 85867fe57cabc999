package org.citygrid.dispatch;

import java.time.Duration;
import java.time.Period;
import org.citygrid.dispatch.workflow.Policy;
import org.citygrid.platform.setting.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a town decides about its cases (`citygrid.dispatch.*`).
///
/// @param clockStart `dispatch` or `filing`: when the handling clock starts
/// @param acceptorStandsIn small centres: the acceptor may file and close
/// @param closedByAnother whoever filed a case may not close it
/// @param reworkConfirmed a failed check counts once the acceptor has confirmed it
/// @param publicVerified public reports must be verified before they are accepted
/// @param photosRequired reports, results and checks need a photo
/// @param extensions how many extensions may be granted
/// @param suspensions how many suspensions may be granted
/// @param returns how often a department may ask to return a case before the shift leader decides
/// @param longestSuspension how far ahead a suspension may end
/// @param fieldTask how long a collector has for a verify or check task
/// @param unlistedWorkDays the limit of classes for which the catalogue has no condition
@ConfigurationProperties("citygrid.dispatch")
public record DispatchSettings(
    @DefaultValue("dispatch") String clockStart,
    @DefaultValue("false") boolean acceptorStandsIn,
    @DefaultValue("false") boolean closedByAnother,
    @DefaultValue("false") boolean reworkConfirmed,
    @DefaultValue("false") boolean publicVerified,
    @DefaultValue("false") boolean photosRequired,
    @DefaultValue("2") int extensions,
    @DefaultValue("1") int suspensions,
    @DefaultValue("3") int returns,
    @DefaultValue("1y") Period longestSuspension,
    @DefaultValue("30m") Duration fieldTask,
    @DefaultValue("5") int unlistedWorkDays) {

  public DispatchSettings {
    if (!clockStart.equals("dispatch") && !clockStart.equals("filing")) {
      throw new WrongSetting("citygrid.dispatch.clock-start", clockStart, "say dispatch or filing");
    }
    if (returns < 1) {
      throw new WrongSetting("citygrid.dispatch.returns", "" + returns, "give 1 or more");
    }
    if (unlistedWorkDays < 1) {
      throw new WrongSetting(
          "citygrid.dispatch.unlisted-work-days",
          Integer.toString(unlistedWorkDays),
          "give at least one day");
    }
  }

  /// The settings as the workflow knows them.
  public Policy policy() {
    return new Policy(
        clockStart.equals("filing"),
        acceptorStandsIn,
        closedByAnother,
        reworkConfirmed,
        publicVerified,
        photosRequired,
        extensions,
        suspensions,
        returns,
        longestSuspension);
  }
}
