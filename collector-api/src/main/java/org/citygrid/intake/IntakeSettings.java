package org.citygrid.intake;

import java.time.Duration;
import org.citygrid.platform.setting.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How reports are taken in (`citygrid.intake.*`). Photos have settings of their own.
///
/// @param maxReport size of one report's JSON, photos apart; more is answered 413
/// @param writers transactions that store reports at once; reports that arrive together share them,
///   and the fewer there are, the more share one
/// @param sweepEvery how often photos that nothing names are looked for
@ConfigurationProperties("citygrid.intake")
public record IntakeSettings(
    @DefaultValue("64KB") DataSize maxReport,
    @DefaultValue("1") int writers,
    @DefaultValue("6h") Duration sweepEvery) {
  public IntakeSettings {
    if (maxReport.toBytes() < 4096 || maxReport.toMegabytes() > 10) {
      throw new WrongSetting(
          "citygrid.intake.max-report", maxReport.toString(), "give 4KB to 10MB");
    }
    if (writers < 1 || writers > 16) {
      throw new WrongSetting("citygrid.intake.writers", "" + writers, "give 1 to 16");
    }
    if (sweepEvery.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new WrongSetting("citygrid.intake.sweep-every", "" + sweepEvery, "give at least 1m");
    }
  }
}
