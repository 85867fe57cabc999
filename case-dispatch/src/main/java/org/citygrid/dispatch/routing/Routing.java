package org.citygrid.dispatch.routing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.citygrid.asset.ComponentSummary;
import org.citygrid.platform.identity.Unit;
import org.citygrid.platform.identity.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Proposes departments. Components go first by whom they belong to, events by who answers for
/// their class in their place; what nobody answers for goes to the local government. Learns
/// nothing.
@Component
public final class Routing {
  private final ResponsibilityTable responsibilities;
  private final Units units;

  Routing(ResponsibilityTable responsibilities, Units units) {
    this.responsibilities = responsibilities;
    this.units = units;
  }

  /// The matrix as it is now, for a batch of cases.
  public Matrix matrix() {
    return new Matrix(responsibilities.list(""), units.listUnits());
  }

  /// The responsibility matrix in hand.
  public static final class Matrix {
    private final List<Responsibility> lines;
    private final List<Unit> units;

    Matrix(List<Responsibility> lines, List<Unit> units) {
      this.lines = lines;
      this.units = units;
    }

    /// Proposes a department; empty when nothing says who it should be.
    ///
    /// @param dutyGrid null where nobody walks
    /// @param component the component the case is about, if it is registered
    public Optional<Proposal> propose(
        String kind,
        String classCode,
        String division,
        @Nullable String dutyGrid,
        LocalDate day,
        @Nullable ComponentSummary component) {
      return byComponent(component)
          .or(() -> byClass(kind, classCode, division, dutyGrid, day))
          .or(() -> byPlace(division));
    }

    private Optional<Proposal> byComponent(@Nullable ComponentSummary component) {
      if (component == null) {
        return Optional.empty();
      }
      return Optional.ofNullable(component.maintenanceUnit())
          .map(unit -> new Proposal(unit, Proposal.Why.MAINTENANCE, null))
          .or(() ->
              Optional.ofNullable(component.ownerUnit())
                  .map(unit -> new Proposal(unit, Proposal.Why.OWNER, null)));
    }

    private Optional<Proposal> byClass(
        String kind, String classCode, String division, @Nullable String dutyGrid, LocalDate day) {
      return covering(kind, classCode, division, dutyGrid, day).stream()
          .findFirst()
          .map(line -> new Proposal(line.unitCode(), Proposal.Why.RESPONSIBILITY, line.told()));
    }

    /// Every line that speaks of this class, place and day; the first one decides.
    List<Responsibility> covering(
        String kind, String classCode, String division, @Nullable String dutyGrid, LocalDate day) {
      return lines.stream()
          .filter(line -> line.covers(kind, classCode, division, dutyGrid, day))
          .sorted(Responsibility.CLOSENESS.reversed())
          .toList();
    }

    private Optional<Proposal> byPlace(String division) {
      return units.stream()
          .filter(unit -> unit.kind() == Unit.Kind.GOVERNMENT)
          .filter(unit -> division.startsWith(unit.divisionCode()))
          .max(Comparator.comparingInt(unit -> unit.divisionCode().length()))
          .map(unit -> new Proposal(unit.code(), Proposal.Why.GOVERNMENT, null));
    }
  }
}
