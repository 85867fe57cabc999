package org.citygrid.dispatch.migration;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.citygrid.dispatch.casefile.Act;
import org.citygrid.dispatch.casefile.CaseFile;
import org.citygrid.dispatch.casefile.CaseStore;
import org.citygrid.dispatch.casefile.Clerk;
import org.citygrid.dispatch.casefile.Journal;
import org.citygrid.dispatch.past.PastLine;
import org.citygrid.dispatch.past.Refused;
import org.citygrid.dispatch.past.Taken;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Doer;
import org.citygrid.dispatch.workflow.Outcome;
import org.citygrid.dispatch.workflow.Post;
import org.citygrid.platform.identity.Account;
import org.citygrid.platform.identity.Accounts;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Carries out acts of the past by the rules of today: all cases of a chunk are locked and read at
/// once, moved in memory, and written at once.
@Component
class Past {
  private final CaseStore store;
  private final Clerk clerk;
  private final Accounts accounts;
  private final JdbcClient jdbc;
  private final TownClock clock;

  Past(CaseStore store, Clerk clerk, Accounts accounts, JdbcClient jdbc, TownClock clock) {
    this.store = store;
    this.clerk = clerk;
    this.accounts = accounts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Key(UUID caseId, String action, Instant at) {}

  /// @param waiting reports found unknown earlier in the same request: what follows about them
  ///   waits too, even if their case has appeared meanwhile
  @Transactional
  public Taken carryOut(List<PastLine<PastAct>> lines, Set<UUID> waiting) {
    var files = lock(lines);
    var known = known(files.values().stream().map(CaseFile::id).toList());
    var units = new HashMap<String, @Nullable String>();
    var journal = new Journal();
    var refused = new ArrayList<Refused>();
    var unknown = new LinkedHashSet<UUID>();
    int repeated = 0;
    for (var line : lines) {
      var act = line.act();
      var report = requireNonNull(act.reportId());
      var file = files.get(report);
      if (file == null
          || waiting.contains(report)
          || unknown.contains(report)
          || lacksMaster(act, files)) {
        unknown.add(report);
      } else if (known.contains(key(file, act))) {
        repeated++;
      } else {
        var reason = take(file, act, files, units, journal);
        if (reason != null) {
          refused.add(new Refused(line.number(), reason));
        }
      }
    }
    store.store(journal);
    return new Taken(journal.size(), repeated, refused, unknown);
  }

  private Map<UUID, CaseFile> lock(List<PastLine<PastAct>> lines) {
    var reports =
        lines.stream()
            .flatMap(line -> Stream.of(line.act().reportId(), line.act().masterReportId()))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    var files = new HashMap<UUID, CaseFile>();
    store.lockByReport(reports).forEach(file -> files.put(file.origin().reportId(), file));
    return files;
  }

  private Set<Key> known(List<UUID> cases) {
    var known = new HashSet<Key>();
    jdbc.sql("select case_id, action, moved_at from dispatch.case_move where case_id = any (:ids)")
        .param("ids", cases.toArray(UUID[]::new))
        .query(row -> {
          known.add(
              new Key(
                  row.getObject(1, UUID.class), row.getString(2), row.getTimestamp(3).toInstant()));
        });
    return known;
  }

  /// Times are stored to the microsecond.
  private static Key key(CaseFile file, PastAct act) {
    var at = requireNonNull(act.at()).truncatedTo(ChronoUnit.MICROS);
    return new Key(file.id(), requireNonNull(act.action()), at);
  }

  private static boolean lacksMaster(PastAct act, Map<UUID, CaseFile> files) {
    return act.masterReportId() != null && !files.containsKey(act.masterReportId());
  }

  private @Nullable String take(
      CaseFile file,
      PastAct past,
      Map<UUID, CaseFile> files,
      Map<String, @Nullable String> units,
      Journal journal) {
    if (requireNonNull(past.at()).isBefore(file.standing().movedAt)) {
      return "earlier than the case's last step";
    }
    var outcome = clerk.take(file, act(past, files, units), journal);
    return outcome instanceof Outcome.Refusal refusal ? refusal.toString() : null;
  }

  private Act act(PastAct past, Map<UUID, CaseFile> files, Map<String, @Nullable String> units) {
    var post = Post.valueOf(requireNonNull(past.role()).toUpperCase(Locale.ROOT));
    var actor = requireNonNull(past.actor());
    return new Act(
        Action.valueOf(requireNonNull(past.action())),
        new Doer(
            actor,
            Set.of(post),
            post == Post.DEPARTMENT || post == Post.WORKER ? unit(actor, past, units) : null),
        requireNonNull(past.at()),
        clock.instant(),
        past.opinion(),
        past.unitCode(),
        past.conditionId(),
        past.until(),
        past.masterReportId() == null ? null : files.get(past.masterReportId()),
        null,
        past.collector(),
        staff(past),
        requireNonNullElse(past.photoIds(), List.of()));
  }

  /// Workers of the past are taken for those of the department that gave them the work.
  private Act.@Nullable Staff staff(PastAct past) {
    var name = past.staff();
    return name == null
        ? null
        : new Act.Staff(
            name, accounts.findAccount(name).map(Account::unitCode).orElse(past.unitCode()));
  }

  private @Nullable String unit(String actor, PastAct past, Map<String, @Nullable String> units) {
    var own =
        units.computeIfAbsent(
            actor, name -> accounts.findAccount(name).map(Account::unitCode).orElse(null));
    return own == null ? past.unitCode() : own;
  }
}
