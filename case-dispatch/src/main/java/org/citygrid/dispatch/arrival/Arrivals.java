package org.citygrid.dispatch.arrival;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.citygrid.asset.ComponentSummary;
import org.citygrid.asset.Register;
import org.citygrid.dispatch.casefile.Act;
import org.citygrid.dispatch.casefile.CaseFile;
import org.citygrid.dispatch.casefile.CaseNumbers;
import org.citygrid.dispatch.casefile.CaseStore;
import org.citygrid.dispatch.casefile.Clerk;
import org.citygrid.dispatch.casefile.Ids;
import org.citygrid.dispatch.casefile.Journal;
import org.citygrid.dispatch.casefile.Origin;
import org.citygrid.dispatch.casefile.Standing;
import org.citygrid.dispatch.duplicate.Duplicates;
import org.citygrid.dispatch.duplicate.Followers;
import org.citygrid.dispatch.routing.Proposal;
import org.citygrid.dispatch.routing.Routing;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Doer;
import org.citygrid.dispatch.workflow.Outcome;
import org.citygrid.dispatch.workflow.Post;
import org.citygrid.grid.Grids;
import org.citygrid.grid.Placement;
import org.citygrid.platform.setting.CityGridSettings;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Turns reports into cases, a batch in one transaction: place, owner, duplicates, number, file,
/// history, events. Reports that have become a case already are left alone.
@Component
class Arrivals {
  private static final int TOWN_DIGITS = 9;

  private final Grids grids;
  private final Register register;
  private final Routing routing;
  private final Duplicates duplicates;
  private final Followers followers;
  private final CaseNumbers numbers;
  private final Clerk clerk;
  private final CaseStore store;
  private final JdbcClient jdbc;
  private final TownClock clock;
  private final String town;
  private final MeterRegistry meters;

  Arrivals(
      Grids grids,
      Register register,
      Routing routing,
      Duplicates duplicates,
      Followers followers,
      CaseNumbers numbers,
      Clerk clerk,
      CaseStore store,
      JdbcClient jdbc,
      TownClock clock,
      CityGridSettings settings,
      MeterRegistry meters) {
    this.grids = grids;
    this.register = register;
    this.routing = routing;
    this.duplicates = duplicates;
    this.followers = followers;
    this.numbers = numbers;
    this.clerk = clerk;
    this.store = store;
    this.jdbc = jdbc;
    this.clock = clock;
    this.town = settings.town();
    this.meters = meters;
  }

  /// Opens a case for each report that has none yet.
  ///
  /// @param reports checked ones, in the order of the topic
  @Transactional
  public void take(List<Report> reports) {
    planAfresh();
    var fresh = fresh(withoutFollows(reports));
    if (fresh.isEmpty()) {
      return;
    }
    var placed = fresh.stream().map(this::place).toList();
    var suspected = duplicates.suspect(newcomers(placed));
    planAsEver();
    var components = components(fresh);
    var matrix = routing.matrix();
    var given = numbers(placed);
    var journal = new Journal();
    for (var one : placed) {
      var component = components.get(requireNonNullElse(one.report.componentCode(), ""));
      var proposal =
          matrix.propose(
              one.kind(), one.classCode(), one.division, one.dutyGrid, one.day, component);
      open(
          origin(
              one, requireNonNull(given.get(one.id)), proposal.orElse(null), suspected.get(one.id)),
          one.report,
          journal);
    }
    store.store(journal);
    meters.counter("citygrid.cases.opened").increment(placed.size());
    meters.counter("citygrid.cases.suspected.duplicate").increment(suspected.size());
  }

  /// A plan kept since the table was small would read all of it for each report of a batch.
  private void planAfresh() {
    jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
  }

  /// From here on rows are stored, and the foreign keys of each are checked with a plan: one that
  /// is kept. Made anew for every row, it would take longer than the row.
  private void planAsEver() {
    jdbc.sql("set local plan_cache_mode = auto").update();
  }

  /// Follows are counted in their case; one whose case is not here becomes a case of its own.
  private List<Report> withoutFollows(List<Report> reports) {
    var follows = new ArrayList<Followers.Follow>();
    for (var report : reports) {
      if (report.follows() != null) {
        follows.add(
            new Followers.Follow(
                requireNonNull(report.reportId()),
                report.follows(),
                requireNonNull(report.receivedAt())));
      }
    }
    var counted = followers.count(follows);
    return counted.isEmpty()
        ? reports
        : reports.stream().filter(report -> !counted.contains(report.reportId())).toList();
  }

  private record Placed(
      UUID id,
      Report report,
      String town,
      String division,
      @Nullable String cell,
      @Nullable String dutyGrid,
      LocalDate day) {

    String kind() {
      return requireNonNull(report.kind());
    }

    String classCode() {
      return requireNonNull(report.classCode());
    }
  }

  private record Series(String town, LocalDate day) {}

  private List<Report> fresh(List<Report> reports) {
    Map<UUID, Report> once = new LinkedHashMap<>();
    reports.forEach(report -> once.putIfAbsent(requireNonNull(report.reportId()), report));
    seen(once.keySet()).forEach(once::remove);
    return List.copyOf(once.values());
  }

  private Set<UUID> seen(Collection<UUID> reportIds) {
    return new HashSet<>(
        jdbc.sql("select report_id from dispatch.city_case where report_id = any (:ids)")
            .param("ids", reportIds.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  /// What intake found out about the place is taken; what it left open is looked up.
  private Placed place(Report report) {
    var division = report.divisionCode();
    return division != null && report.cellCode() != null && report.dutyGridCode() != null
        ? placed(report, division, report.cellCode(), report.dutyGridCode())
        : place(report, locate(report));
  }

  private Placed place(Report report, Placement at) {
    var division =
        report.divisionCode() != null
            ? report.divisionCode()
            : at.division() != null ? at.division().value() : town;
    var cell =
        report.cellCode() != null || at.cell() == null ? report.cellCode() : at.cell().value();
    var dutyGrid =
        report.dutyGridCode() != null || at.dutyGrid() == null
            ? report.dutyGridCode()
            : at.dutyGrid().value();
    return placed(report, division, cell, dutyGrid);
  }

  private Placed placed(
      Report report, String division, @Nullable String cell, @Nullable String dutyGrid) {
    var received = requireNonNull(report.receivedAt());
    return new Placed(
        Ids.next(received),
        report,
        townOf(division),
        division,
        cell,
        dutyGrid,
        clock.dateOf(received));
  }

  private Placement locate(Report report) {
    return grids.locate(requireNonNull(report.lon()), requireNonNull(report.lat()));
  }

  private String townOf(String division) {
    return division.length() >= TOWN_DIGITS ? division.substring(0, TOWN_DIGITS) : town;
  }

  private Map<String, ComponentSummary> components(List<Report> reports) {
    var codes = reports.stream().map(Report::componentCode).filter(Objects::nonNull).toList();
    return codes.isEmpty() ? Map.of() : register.findAll(codes);
  }

  /// One block of numbers a town and day, in the order of the batch.
  private Map<UUID, String> numbers(List<Placed> placed) {
    Map<Series, List<UUID>> series = new LinkedHashMap<>();
    for (var one : placed) {
      series.computeIfAbsent(new Series(one.town, one.day), _ -> new ArrayList<>()).add(one.id);
    }
    Map<UUID, String> given = new HashMap<>();
    series.entrySet().stream()
        .sorted(Comparator.comparing(e -> e.getKey().town() + e.getKey().day()))
        .forEach(entry -> {
          var ids = entry.getValue();
          var block = numbers.next(entry.getKey().town(), entry.getKey().day(), ids.size());
          for (int i = 0; i < ids.size(); i++) {
            given.put(ids.get(i), block.get(i));
          }
        });
    return given;
  }

  private static List<Duplicates.Newcomer> newcomers(List<Placed> placed) {
    var newcomers = new ArrayList<Duplicates.Newcomer>();
    for (var one : placed) {
      var report = one.report;
      newcomers.add(
          new Duplicates.Newcomer(
              one.id,
              one.kind(),
              one.classCode(),
              report.componentCode(),
              one.dutyGrid,
              requireNonNull(report.lon()),
              requireNonNull(report.lat()),
              requireNonNull(report.observedAt())));
    }
    return newcomers;
  }

  private static Origin origin(
      Placed placed, String number, @Nullable Proposal proposal, @Nullable UUID suspected) {
    var report = placed.report;
    return new Origin(
        placed.id,
        number,
        placed.town,
        requireNonNull(report.reportId()),
        requireNonNull(report.receipt()),
        placed.kind(),
        placed.classCode(),
        report.componentCode(),
        requireNonNullElse(report.description(), ""),
        requireNonNull(report.lon()),
        requireNonNull(report.lat()),
        placed.division,
        placed.cell,
        placed.dutyGrid,
        requireNonNull(report.source()),
        requireNonNullElse(report.channel(), "field"),
        report.reporter(),
        Boolean.TRUE.equals(report.wantsReply()),
        requireNonNullElse(report.photoIds(), List.of()),
        requireNonNull(report.observedAt()),
        requireNonNull(report.receivedAt()),
        proposal == null ? null : proposal.unitCode(),
        proposal == null ? null : proposal.why().name(),
        proposal == null ? null : proposal.line(),
        suspected,
        null);
  }

  private void open(Origin origin, Report report, Journal journal) {
    var file = new CaseFile(origin, new Standing());
    file.standing().conditionId = report.conditionId();
    var outcome = clerk.take(file, firstAct(origin, report), journal);
    if (!(outcome instanceof Outcome.Transition)) {
      throw new IllegalStateException(
          "report %s cannot be opened: %s".formatted(report.reportId(), outcome));
    }
  }

  private Act firstAct(Origin origin, Report report) {
    var byCollector = origin.source().equals("collector") && origin.reporter() != null;
    var doer =
        byCollector
            ? new Doer(requireNonNull(origin.reporter()), Set.of(Post.COLLECTOR), null)
            : Doer.SYSTEM;
    var action =
        !byCollector
            ? Action.REGISTER
            : Boolean.TRUE.equals(report.selfHandled()) ? Action.SELF_HANDLE : Action.REPORT;
    return new Act(
        action,
        doer,
        origin.reportedAt(),
        clock.instant(),
        null,
        null,
        report.conditionId(),
        null,
        null,
        null,
        null,
        null,
        origin.photoIds());
  }
}
