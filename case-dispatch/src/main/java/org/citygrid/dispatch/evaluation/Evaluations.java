package org.citygrid.dispatch.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.citygrid.dispatch.evaluation.scheme.Count;
import org.citygrid.dispatch.evaluation.scheme.ObjectKind;
import org.citygrid.dispatch.evaluation.scheme.Period;
import org.citygrid.dispatch.evaluation.scheme.Scheme;
import org.citygrid.dispatch.evaluation.scheme.Score;
import org.citygrid.dispatch.evaluation.scheme.Sums;
import org.citygrid.dispatch.figure.Cover;
import org.citygrid.dispatch.figure.FigureTable;
import org.citygrid.dispatch.figure.FigureTable.Part;
import org.citygrid.dispatch.figure.Measure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Works out a period: counts of every object of a kind, its score, its rank.
@Component
final class Evaluations {
  private static final EnumSet<Measure> FLOWS =
      EnumSet.of(
          Measure.VERIFY_SENT,
          Measure.VERIFIED,
          Measure.DISPATCH_IN,
          Measure.DISPATCH_OUT,
          Measure.CHECK_SENT,
          Measure.CHECKED,
          Measure.DUE,
          Measure.DUE_HANDLED,
          Measure.DUE_CLOSED,
          Measure.DUE_SUSPENDED);

  private final FigureTable figures;
  private final Names names;

  Evaluations(FigureTable figures, Names names) {
    this.figures = figures;
    this.names = names;
  }

  /// Settings by which a period is worked out.
  record Manner(boolean suspendedOut, boolean zeroIsFull) {}

  /// An object with all that is known of it.
  ///
  /// @param score null where there is no scheme
  /// @param rank null where there is no score
  /// @param exempt closed cases that are left out
  record Standing(
      String key,
      Names.Named named,
      Map<Count, Long> counts,
      @Nullable Score score,
      @Nullable Integer rank,
      long exempt) {

    @Nullable String grade() {
      return score == null || score.grade() == null ? null : score.grade().name();
    }

    @Nullable Double total() {
      return score == null ? null : score.total();
    }
  }

  /// @param standings best first, those without a score last
  record Outcome(List<Standing> standings, Map<Count, Long> total) {}

  /// @param division objects of this division and below
  Outcome of(
      ObjectKind kind, Period period, @Nullable Scheme scheme, String division, Manner manner) {
    var sums = sums(kind, period, division, manner);
    var unranked = new ArrayList<Standing>();
    var total = Sums.none(manner.suspendedOut());
    var all = names.all(kind, division);
    for (var entry : sums.entrySet()) {
      var named = Names.name(kind, entry.getKey(), all);
      if (named.division().startsWith(division) || division.isEmpty()) {
        total = total.plus(entry.getValue().sums());
        unranked.add(
            standing(kind, period, scheme, manner, entry.getKey(), named, entry.getValue()));
      }
    }
    return new Outcome(ranked(unranked), counts(kind, total));
  }

  private static Standing standing(
      ObjectKind kind,
      Period period,
      @Nullable Scheme scheme,
      Manner manner,
      String key,
      Names.Named named,
      Found found) {
    var counts = counts(kind, found.sums());
    var score =
        scheme == null
            ? null
            : Score.of(scheme, counts, Math.max(period.months(), 1e-9), manner.zeroIsFull());
    return new Standing(key, named, counts, score, null, found.exempt());
  }

  static Map<Count, Long> counts(ObjectKind kind, Sums sums) {
    var counts = new EnumMap<Count, Long>(Count.class);
    Count.listOf(kind).forEach(count -> counts.put(count, count.of(sums)));
    return counts;
  }

  /// Equal scores share a rank; the one after two firsts is third.
  private static List<Standing> ranked(List<Standing> unranked) {
    unranked.sort(
        Comparator.comparing(
                Standing::total, Comparator.nullsLast(Comparator.<Double>reverseOrder()))
            .thenComparing(Standing::key));
    var ranked = new ArrayList<Standing>();
    int rank = 0;
    Double last = null;
    for (int i = 0; i < unranked.size(); i++) {
      var one = unranked.get(i);
      var score = one.total();
      if (score == null) {
        ranked.add(one);
        continue;
      }
      if (last == null || shown(score) != shown(last)) {
        rank = i + 1;
      }
      last = score;
      ranked.add(
          new Standing(one.key(), one.named(), one.counts(), one.score(), rank, one.exempt()));
    }
    return ranked;
  }

  private static long shown(double score) {
    return Math.round(score * 100);
  }

  private record Found(Sums sums, long exempt) {}

  private Map<String, Found> sums(ObjectKind kind, Period period, String division, Manner manner) {
    var after = period.through().plusDays(1);
    var needed = needed(kind);
    var within =
        figures.sums(
            kind.figures(),
            null,
            needed,
            List.of(
                new Part("within", period.from(), after, false),
                new Part("exempt", period.from(), after, true)));
    var flows = needed.stream().filter(FLOWS::contains).toList();
    var older = older(kind, period, after, flows);
    var found = new java.util.HashMap<String, Found>();
    var keys = new HashSet<String>();
    within.values().forEach(rows -> keys.addAll(rows.keySet()));
    older.values().forEach(rows -> keys.addAll(rows.keySet()));
    for (var key : keys) {
      var counted = map(needed, within.get("within"), key);
      var before = map(flows, older.get("before"), key);
      var due = sum(flows, before, 1, counted);
      found.put(
          key,
          new Found(
              new Sums(
                  counted,
                  before,
                  due,
                  sum(flows, due, -1, map(flows, older.get("to come"), key)),
                  manner.suspendedOut()),
              map(needed, within.get("exempt"), key).getOrDefault(Measure.CLOSED, 0L)));
    }
    found
        .values()
        .removeIf(one ->
            counts(kind, one.sums()).values().stream().allMatch(n -> n == 0) && one.exempt() == 0);
    return found;
  }

  /// What was before the period, and what of the period is not over yet: with these the sums until
  /// its end and until today are known without reading the whole past again.
  private Map<String, Map<String, long[]>> older(
      ObjectKind kind, Period period, LocalDate after, List<Measure> flows) {
    return flows.isEmpty()
        ? Map.of()
        : figures.sums(
            kind.figures(),
            null,
            flows,
            List.of(
                new Part("before", Cover.EVER, period.from(), false),
                new Part("to come", period.lastPast().plusDays(1), after, false)));
  }

  private static Map<Measure, Long> sum(
      List<Measure> measures, Map<Measure, Long> some, int sign, Map<Measure, Long> more) {
    var sum = new EnumMap<Measure, Long>(Measure.class);
    for (var measure : measures) {
      sum.put(measure, some.getOrDefault(measure, 0L) + sign * more.getOrDefault(measure, 0L));
    }
    return sum;
  }

  private static Map<Measure, Long> map(
      List<Measure> measures, @Nullable Map<String, long[]> rows, String key) {
    var map = new EnumMap<Measure, Long>(Measure.class);
    var values = rows == null ? null : rows.get(key);
    if (values != null) {
      for (int i = 0; i < values.length; i++) {
        map.put(measures.get(i), values[i]);
      }
    }
    return map;
  }

  /// What the counts of these objects are made of, found out by asking each for every measure.
  private static List<Measure> needed(ObjectKind kind) {
    return NEEDED.computeIfAbsent(kind, Evaluations::findNeeded);
  }

  private static final Map<ObjectKind, List<Measure>> NEEDED =
      new java.util.concurrent.ConcurrentHashMap<>();

  private static List<Measure> findNeeded(ObjectKind kind) {
    var needed = EnumSet.noneOf(Measure.class);
    needed.add(Measure.CLOSED);
    for (var measure : Measure.values()) {
      var probe = Map.of(measure, 1L);
      var sums = new Sums(probe, probe, Map.of(), Map.of(), true);
      var flow = new Sums(Map.of(), probe, probe, probe, true);
      if (Count.listOf(kind).stream().anyMatch(c -> c.of(sums) != 0 || c.of(flow) != 0)) {
        needed.add(measure);
      }
    }
    return List.copyOf(needed);
  }
}
