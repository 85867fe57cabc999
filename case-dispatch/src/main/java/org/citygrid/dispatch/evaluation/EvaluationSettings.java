package org.citygrid.dispatch.evaluation;

import java.time.Duration;
import org.citygrid.platform.setting.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a town decides about evaluation (`citygrid.evaluation.*`).
///
/// @param suspended `in` or `out`: whether suspended cases belong to what is to be handled and
///   closed
/// @param zeroOverZero `full` or `out`: a rate of nothing over nothing takes full marks or is left
///   out
/// @param mayLag how old what took long to work out may be shown when the figures have gone on; the
///   fold's two seconds come on top
@ConfigurationProperties("citygrid.evaluation")
public record EvaluationSettings(
    @DefaultValue("in") String suspended,
    @DefaultValue("full") String zeroOverZero,
    @DefaultValue("PT3S") Duration mayLag) {

  public EvaluationSettings {
    if (!suspended.equals("in") && !suspended.equals("out")) {
      throw new WrongSetting("citygrid.evaluation.suspended", suspended, "say in or out");
    }
    if (!zeroOverZero.equals("full") && !zeroOverZero.equals("out")) {
      throw new WrongSetting("citygrid.evaluation.zero-over-zero", zeroOverZero, "say full or out");
    }
  }

  boolean suspendedOut() {
    return suspended.equals("out");
  }

  boolean zeroIsFull() {
    return zeroOverZero.equals("full");
  }
}
