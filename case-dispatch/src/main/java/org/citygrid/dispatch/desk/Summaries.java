package org.citygrid.dispatch.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.Condition;
import org.citygrid.asset.Kind;
import org.citygrid.asset.ThingClass;
import org.citygrid.dispatch.casefile.CaseFile;
import org.citygrid.dispatch.casefile.Standing;
import org.citygrid.grid.DutyGrid;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.Grids;
import org.citygrid.platform.identity.Accounts;
import org.citygrid.platform.identity.Units;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts names to the codes of a case, for one reader.
@Component
final class Summaries {
  private final Catalogue catalogue;
  private final Units units;
  private final Grids grids;
  private final Accounts accounts;

  Summaries(Catalogue catalogue, Units units, Grids grids, Accounts accounts) {
    this.catalogue = catalogue;
    this.units = units;
    this.grids = grids;
    this.accounts = accounts;
  }

  /// @param suspected number of the case it may repeat
  CaseSummary of(CaseFile file, Reader reader, Instant now, @Nullable String suspected) {
    var o = file.origin();
    var s = file.standing();
    var thing = catalogue.findClass(Kind.of(o.kind()), o.classCode());
    return new CaseSummary(
        o.number(),
        o.id(),
        s.state.name(),
        o.kind(),
        o.classCode(),
        thing.map(ThingClass::name).orElse(null),
        s.conditionId,
        conditionWords(s.conditionId),
        o.description(),
        o.lon(),
        o.lat(),
        o.divisionCode(),
        o.cellCode(),
        o.dutyGridCode(),
        dutyGrid(o.dutyGridCode()).map(DutyGrid::number).orElse(null),
        o.componentCode(),
        o.source(),
        o.channel(),
        s.unitCode == null ? null : units.nameOf(s.unitCode),
        worker(s),
        o.reportedAt(),
        s.filedAt,
        s.dispatchedAt,
        s.dueAt,
        s.handledAt,
        s.closedAt,
        file.light(now),
        minutesLeft(s, now),
        s.stageDueAt,
        s.escalated ? true : null,
        s.late,
        s.reworks,
        s.reportCount,
        suspected,
        s.request.name().equals("NONE") ? null : s.request.name(),
        s.version,
        reader.isTurnOf(s));
  }

  @Nullable LocalText conditionWords(@Nullable String id) {
    return id == null ? null : catalogue.findCondition(id).map(Condition::words).orElse(null);
  }

  private CaseSummary.@Nullable Worker worker(Standing s) {
    return s.staff == null
        ? null
        : new CaseSummary.Worker(s.staff, accounts.displayNameOf(s.staff), s.staffDoneAt);
  }

  private Optional<DutyGrid> dutyGrid(@Nullable String code) {
    return code == null ? Optional.empty() : grids.findDutyGrid(new DutyGridCode(code));
  }

  private static @Nullable Long minutesLeft(Standing s, Instant now) {
    return s.clockRunningSince == null || s.dueAt == null
        ? null
        : Math.floorDiv(Duration.between(now, Objects.requireNonNull(s.dueAt)).toSeconds(), 60L);
  }
}
