package org.citygrid.asset.register;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads from the versions of a card which unit had which part in it, and when. A unit that changes
/// closes one period and opens the next: on the day that was given with it, else on the day of the
/// change. The first unit holds since the component is known.
final class RelationPeriods {
  /// A part that a unit can have in a component.
  ///
  /// @param since name of the field that says since when
  record Role(String name, String field, String since) {}

  static final List<Role> ROLES =
      List.of(
          new Role("owner", "ownerUnit", "ownerFrom"),
          new Role("maintenance", "maintenanceUnit", "maintenanceFrom"),
          new Role("competent", "competentUnit", "competentFrom"));

  /// @param to first day on which it no longer held; empty while it holds
  record Period(String role, String unit, LocalDate from, @Nullable LocalDate to) {
    private Period until(LocalDate end) {
      return new Period(role, unit, from, end);
    }
  }

  private RelationPeriods() {}

  /// @param versions oldest first, the present one last
  /// @return role by role, the newest period first
  static List<Period> read(List<CardVersion> versions, ZoneId zone) {
    return ROLES.stream().flatMap(role -> read(role, versions, zone).stream()).toList();
  }

  private static Deque<Period> read(Role role, List<CardVersion> versions, ZoneId zone) {
    Deque<Period> periods = new ArrayDeque<>();
    @Nullable String unit = null;
    @Nullable LocalDate told = null;
    boolean first = true;
    for (CardVersion version : versions) {
      String unitNow = version.card().path(role.field()).asString(null);
      LocalDate toldNow = date(version.card().path(role.since()).asString(null));
      boolean toldAnew = toldNow != null && !toldNow.equals(told);
      if (first || !Objects.equals(unit, unitNow)) {
        change(periods, role, unitNow, toldAnew ? toldNow : startOf(version, first, zone));
      } else if (toldAnew && unitNow != null) {
        change(periods, role, unitNow, toldNow);
      }
      unit = unitNow;
      told = toldNow;
      first = false;
    }
    return periods;
  }

  /// From this day on it is this unit: whatever was thought to hold then or later gives way.
  private static void change(
      Deque<Period> periods, Role role, @Nullable String unit, @Nullable LocalDate from) {
    LocalDate start = Objects.requireNonNull(from);
    if (isSame(periods.peekFirst(), unit)) {
      periods.pop();
    }
    while (!periods.isEmpty() && !periods.getFirst().from().isBefore(start)) {
      periods.pop();
    }
    if (!periods.isEmpty() && endsAfter(periods.getFirst(), start)) {
      periods.push(periods.pop().until(start));
    }
    if (unit != null) {
      periods.push(new Period(role.name(), unit, start, null));
    }
  }

  private static boolean isSame(@Nullable Period newest, @Nullable String unit) {
    return newest != null && newest.to() == null && newest.unit().equals(unit);
  }

  private static boolean endsAfter(Period period, LocalDate day) {
    return period.to() == null || period.to().isAfter(day);
  }

  private static LocalDate startOf(CardVersion version, boolean first, ZoneId zone) {
    LocalDate since = first ? date(version.card().path("since").asString(null)) : null;
    return since == null ? version.at().atZone(zone).toLocalDate() : since;
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
