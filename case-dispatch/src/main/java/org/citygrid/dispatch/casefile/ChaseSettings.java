package org.citygrid.dispatch.casefile;

import java.time.Duration;
import org.citygrid.platform.setting.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whether and how cases are chased by themselves (`citygrid.chase.*`).
///
/// @param automatic whether a case is chased when its light turns red
/// @param reply how long whoever has it may take to answer
@ConfigurationProperties("citygrid.chase")
public record ChaseSettings(
    @DefaultValue("true") boolean automatic, @DefaultValue("4h") Duration reply) {

  public ChaseSettings {
    if (reply.isNegative() || reply.isZero()) {
      throw new WrongSetting("citygrid.chase.reply", reply.toString(), "give a positive time");
    }
  }
}
