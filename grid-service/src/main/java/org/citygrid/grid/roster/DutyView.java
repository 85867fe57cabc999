package org.citygrid.grid.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.place.Duty;
import org.citygrid.platform.identity.Account;
import org.citygrid.platform.identity.Role;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;

/// A duty as told over HTTP.
///
/// @param fromDay the town's day on which it begins
/// @param toDay the last day that it touches; null until further notice
/// @param when `past`, `now` or `coming`
/// @param warnings `no-account`, `disabled`, `not-collector`
record DutyView(
    long id,
    DutyGridCode grid,
    String userName,
    String displayName,
    boolean standIn,
    Instant from,
    @Nullable Instant to,
    LocalDate fromDay,
    @Nullable LocalDate toDay,
    @Nullable String reason,
    String when,
    List<String> warnings) {

  static DutyView of(Duty duty, Map<String, Account> accounts, TownClock clock) {
    Account account = accounts.get(duty.userName());
    Instant to = duty.to();
    return new DutyView(
        duty.id(),
        duty.grid(),
        duty.userName(),
        account == null ? duty.userName() : account.displayName(),
        duty.standIn(),
        duty.from(),
        to,
        clock.dateOf(duty.from()),
        to == null ? null : clock.dateOf(to.minusNanos(1)),
        duty.reason(),
        when(duty, clock.instant()),
        warnings(account));
  }

  private static String when(Duty duty, Instant now) {
    if (duty.covers(now)) {
      return "now";
    }
    return now.isBefore(duty.from()) ? "coming" : "past";
  }

  private static List<String> warnings(@Nullable Account account) {
    if (account == null) {
      return List.of("no-account");
    }
    var warnings = new ArrayList<String>();
    if (!account.active()) {
      warnings.add("disabled");
    }
    if (!account.roles().contains(Role.COLLECTOR)) {
      warnings.add("not-collector");
    }
    return warnings;
  }
}
