package org.citygrid.grid.place;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.citygrid.grid.Cell;
import org.citygrid.grid.CellCode;
import org.citygrid.grid.Division;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.DutyGrid;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.Placement;
import org.jspecify.annotations.Nullable;

/// The land at one revision: never changes, answers everything, knows nothing of where it came
/// from.
public final class Atlas {
  private final long revision;
  private final NavigableMap<CellCode, Tract<Cell>> cells = new TreeMap<>();
  private final NavigableMap<DutyGridCode, Tract<DutyGrid>> dutyGrids = new TreeMap<>();
  private final NavigableMap<DivisionCode, Tract<Division>> divisions = new TreeMap<>();
  private final Map<DutyGridCode, List<Duty>> dutiesByGrid;
  private final Map<String, List<Duty>> dutiesByUser;
  private final TractIndex<Cell> cellIndex;
  private final TractIndex<DutyGrid> dutyGridIndex;
  private final TractIndex<Division> communityIndex;
  private final TractIndex<Division> townIndex;
  private final List<Surroundings> surroundings;

  /// @param revision see [org.citygrid.grid.Grids#revision()]
  public Atlas(
      long revision,
      Collection<Tract<Division>> divisions,
      Collection<Tract<Cell>> cells,
      Collection<Tract<DutyGrid>> dutyGrids,
      Collection<Duty> duties) {
    this.revision = revision;
    cells.forEach(tract -> this.cells.put(tract.land().code(), tract));
    dutyGrids.forEach(tract -> this.dutyGrids.put(tract.land().code(), tract));
    divisions.forEach(tract -> this.divisions.put(tract.land().code(), tract));
    // A stand-in goes before the regular collector, a later assignment before an earlier one.
    dutiesByGrid =
        duties.stream()
            .sorted(comparing(Duty::standIn).thenComparing(Duty::from).reversed())
            .collect(groupingBy(Duty::grid));
    dutiesByUser =
        duties.stream()
            .sorted(comparing(Duty::standIn).thenComparing(comparing(Duty::from).reversed()))
            .collect(groupingBy(Duty::userName));
    cellIndex = new TractIndex<>(cells, comparing(Cell::code));
    dutyGridIndex = new TractIndex<>(dutyGrids, comparing(DutyGrid::code));
    communityIndex = indexOf(divisions, DivisionCode.Level.COMMUNITY);
    townIndex = indexOf(divisions, DivisionCode.Level.TOWN);
    surroundings = Surroundings.ofTowns(divisions);
  }

  /// No land at all.
  public static Atlas empty() {
    return new Atlas(-1, List.of(), List.of(), List.of(), List.of());
  }

  public long revision() {
    return revision;
  }

  /// See [org.citygrid.grid.Grids#locate(double, double)].
  public Placement locate(double lon, double lat) {
    Cell cell = cellIndex.find(lon, lat);
    if (cell != null) {
      DutyGridCode walk = cell.dutyGridCode();
      return new Placement(
          cell.code(), walk == null ? walkAt(lon, lat) : walk, cell.divisionCode(), 0);
    }
    Division community = communityIndex.find(lon, lat);
    Division division = community == null ? townIndex.find(lon, lat) : community;
    DutyGridCode walk = walkAt(lon, lat);
    if (division != null) {
      return new Placement(null, walk, division.code(), 0);
    }
    return walk == null
        ? Surroundings.nearest(surroundings, lon, lat)
        : new Placement(null, walk, walk.town(), 0);
  }

  public Optional<Tract<Cell>> findCell(CellCode code) {
    return Optional.ofNullable(cells.get(code));
  }

  /// @param divisionPrefix cells of this division; empty for all; in the order of their codes
  public Collection<Tract<Cell>> listCells(String divisionPrefix) {
    return divisionPrefix.isEmpty()
        ? Collections.unmodifiableCollection(cells.values())
        : cells.values().stream()
            .filter(tract -> tract.land().code().value().startsWith(divisionPrefix))
            .toList();
  }

  /// Everybody's duties in this grid, at any time.
  public List<Duty> listDuties(DutyGridCode code) {
    return dutiesByGrid.getOrDefault(code, List.of());
  }

  /// Where this person is on duty, at any time.
  public List<Duty> listDutiesOf(String userName) {
    return dutiesByUser.getOrDefault(userName, List.of());
  }

  public Optional<Tract<DutyGrid>> findDutyGrid(DutyGridCode code) {
    return Optional.ofNullable(dutyGrids.get(code));
  }

  public List<Tract<DutyGrid>> listDutyGrids(String divisionPrefix) {
    return dutyGrids.values().stream()
        .filter(tract -> tract.land().divisionCode().value().startsWith(divisionPrefix))
        .toList();
  }

  public Optional<Tract<Division>> findDivision(DivisionCode code) {
    return Optional.ofNullable(divisions.get(code));
  }

  public List<Tract<Division>> listDivisions(String divisionPrefix) {
    return divisions.values().stream()
        .filter(tract -> tract.land().code().value().startsWith(divisionPrefix))
        .toList();
  }

  public Optional<String> findCollector(DutyGridCode code, Instant at) {
    return first(dutiesByGrid.get(code), at, Duty::userName);
  }

  public Optional<DutyGridCode> findDutyOf(String userName, Instant at) {
    return first(dutiesByUser.get(userName), at, Duty::grid);
  }

  private @Nullable DutyGridCode walkAt(double lon, double lat) {
    DutyGrid grid = dutyGridIndex.find(lon, lat);
    return grid == null ? null : grid.code();
  }

  private static <R> Optional<R> first(
      @Nullable List<Duty> duties, Instant at, Function<Duty, R> answer) {
    return duties == null
        ? Optional.empty()
        : duties.stream().filter(duty -> duty.covers(at)).findFirst().map(answer);
  }

  private static TractIndex<Division> indexOf(
      Collection<Tract<Division>> divisions, DivisionCode.Level level) {
    var some = new ArrayList<Tract<Division>>();
    divisions.stream().filter(each -> each.land().code().level() == level).forEach(some::add);
    return new TractIndex<>(some, Comparator.comparing(Division::code));
  }
}
