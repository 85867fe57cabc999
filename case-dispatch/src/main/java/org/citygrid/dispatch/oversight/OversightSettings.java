package org.citygrid.dispatch.oversight;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.citygrid.dispatch.workflow.State;
import org.citygrid.platform.setting.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When a case counts as stuck (`citygrid.oversight.*`).
///
/// @param hops how often a case may be sent back (returns, reworks, rejections) before it is told
/// @param silent how long nobody may move a case in a state, such as `silent.to-dispatch: 8h`;
///   states that are not named keep their usual time, and a suspended case is never silent
/// @param request how long a request may wait for its decision
@ConfigurationProperties("citygrid.oversight")
public record OversightSettings(
    @DefaultValue("3") int hops,
    @DefaultValue Map<State, Duration> silent,
    @DefaultValue("24h") Duration request) {

  private static final Map<State, Duration> USUAL =
      Map.ofEntries(
          Map.entry(State.REPORTED, Duration.ofHours(4)),
          Map.entry(State.VERIFYING, Duration.ofHours(4)),
          Map.entry(State.TO_FILE, Duration.ofHours(8)),
          Map.entry(State.TO_DISPATCH, Duration.ofHours(8)),
          Map.entry(State.VOID_REVIEW, Duration.ofDays(1)),
          Map.entry(State.HANDLING, Duration.ofDays(5)),
          Map.entry(State.RETURN_REVIEW, Duration.ofDays(1)),
          Map.entry(State.TO_CHECK, Duration.ofDays(1)),
          Map.entry(State.CHECKING, Duration.ofHours(4)),
          Map.entry(State.TO_CLOSE, Duration.ofDays(2)),
          Map.entry(State.SELF_REVIEW, Duration.ofDays(2)));

  public OversightSettings {
    if (hops < 1) {
      throw new WrongSetting("citygrid.oversight.hops", "" + hops, "give 1 or more");
    }
    if (request.isNegative() || request.isZero()) {
      throw new WrongSetting("citygrid.oversight.request", "" + request, "give a positive time");
    }
    silent.forEach((state, time) -> {
      if (time.isNegative() || time.isZero()) {
        throw new WrongSetting(
            "citygrid.oversight.silent." + state, time.toString(), "give a positive time");
      }
    });
    var all = new EnumMap<State, Duration>(USUAL);
    all.putAll(silent);
    silent = Map.copyOf(all);
  }
}
