package org.citygrid.platform.setting;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What every room needs to know about this installation (`citygrid.*`).
///
/// @param roles what this process does; empty means everything
/// @param town division code of the town served by default, 9 digits (county 6 + town 3)
/// @param zone IANA name of the town's time zone; days, deadlines and shown times follow it
/// @param session how long a sign-in lasts at most
@ConfigurationProperties("citygrid")
public record CityGridSettings(
    @DefaultValue Set<String> roles,
    @DefaultValue("440605125") String town,
    @DefaultValue("Asia/Shanghai") String zone,
    @DefaultValue("12h") Duration session) {

  private static final Set<String> ROLES =
      Set.of("intake", "dispatch", "registry", "grid", "relay", "web");

  public CityGridSettings {
    if (!ROLES.containsAll(roles)) {
      throw new WrongSetting("citygrid.roles", String.join(",", roles), "name roles of " + ROLES);
    }
    if (!town.matches("\\d{9}")) {
      throw new WrongSetting("citygrid.town", town, "give the 9-digit division code of the town");
    }
    try {
      ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      throw new WrongSetting("citygrid.zone", zone, "give an IANA zone such as Asia/Shanghai");
    }
    if (session.isNegative() || session.isZero()) {
      throw new WrongSetting("citygrid.session", session.toString(), "give a positive duration");
    }
  }

  public ZoneId zoneId() {
    return ZoneId.of(zone);
  }
}
