package org.citygrid.dispatch.casefile;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.citygrid.dispatch.workflow.State;
import org.citygrid.platform.setting.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long a case may wait in a stage beside its handling limit (`citygrid.stages.*`).
///
/// @param clock `work`: stages run only in work periods; `wall`: at night too
/// @param limits by state, such as `limits.to-dispatch: 15m`; states that are not named keep their
///   usual time, and handling has its own limit
@ConfigurationProperties("citygrid.stages")
public record StageSettings(
    @DefaultValue("work") String clock, @DefaultValue Map<State, Duration> limits) {

  private static final Map<State, Duration> USUAL =
      Map.of(
          State.REPORTED, Duration.ofMinutes(15),
          State.TO_FILE, Duration.ofMinutes(15),
          State.TO_DISPATCH, Duration.ofMinutes(15),
          State.RETURN_REVIEW, Duration.ofMinutes(30),
          State.TO_CHECK, Duration.ofMinutes(15),
          State.TO_CLOSE, Duration.ofMinutes(30),
          State.SELF_REVIEW, Duration.ofMinutes(30));

  public StageSettings {
    if (!clock.equals("work") && !clock.equals("wall")) {
      throw new WrongSetting("citygrid.stages.clock", clock, "say work or wall");
    }
    limits.forEach((state, time) -> {
      if (time.isNegative() || time.isZero()) {
        throw new WrongSetting(
            "citygrid.stages.limits." + state, time.toString(), "give a positive time");
      }
    });
    var all = new EnumMap<State, Duration>(USUAL);
    all.putAll(limits);
    limits = Map.copyOf(all);
  }

  boolean runsOn() {
    return clock.equals("wall");
  }
}
