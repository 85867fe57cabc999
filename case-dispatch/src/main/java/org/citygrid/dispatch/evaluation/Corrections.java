package org.citygrid.dispatch.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citygrid.dispatch.evaluation.scheme.Period;
import org.springframework.stereotype.Component;

/// What appeals have changed since a result was frozen: worked out by the scheme and the settings
/// it was frozen by, and shown beside it. The result itself never changes.
@Component
final class Corrections {
  private final ResultTable table;
  private final SchemeTable schemes;
  private final Evaluations evaluations;

  Corrections(ResultTable table, SchemeTable schemes, Evaluations evaluations) {
    this.table = table;
    this.schemes = schemes;
    this.evaluations = evaluations;
  }

  List<Sheet.Correction> of(ResultTable.Result result) {
    var pardons = ResultTable.byKey(table.pardons(result));
    if (pardons.isEmpty()) {
      return List.of();
    }
    var now = now(result);
    var corrections = new ArrayList<Sheet.Correction>();
    for (var row : table.rows(result.id())) {
      var own = pardons.get(row.key());
      if (own != null) {
        var one = now.get(row.key());
        corrections.add(correction(row, one, own));
      }
    }
    return corrections;
  }

  private static Sheet.Correction correction(
      ResultTable.Row row,
      Evaluations.@org.jspecify.annotations.Nullable Standing now,
      List<ResultTable.Pardon> pardons) {
    var total = now == null ? null : now.total();
    var name = now == null ? Names.same(row.key()) : now.named().name();
    return new Sheet.Correction(
        row.key(),
        name,
        pardons.getLast().at(),
        pardons.stream().map(ResultTable.Pardon::number).distinct().toList(),
        new Sheet.Was<>(row.score(), total == null ? null : Sheet.round(total, 2)),
        new Sheet.Was<>(row.grade(), now == null ? null : now.grade()),
        changed(row.counts(), now == null ? Map.of() : Sheet.coded(now.counts())));
  }

  private static Map<String, Sheet.Was<Long>> changed(
      Map<String, Long> was, Map<String, Long> now) {
    var changed = new LinkedHashMap<String, Sheet.Was<Long>>();
    was.forEach((code, n) -> {
      long then = now.getOrDefault(code, 0L);
      if (n != then) {
        changed.put(code, new Sheet.Was<>(n, then));
      }
    });
    return changed;
  }

  private Map<String, Evaluations.Standing> now(ResultTable.Result result) {
    var scheme = schemes.findVersion(result.scheme(), result.schemeFrom()).orElseThrow();
    var standings = new HashMap<String, Evaluations.Standing>();
    evaluations
        .of(result.of(), period(result), scheme, result.division(), result.manner())
        .standings()
        .forEach(one -> standings.put(one.key(), one));
    return standings;
  }

  /// A period is frozen when it is over: today is any day after it.
  static Period period(ResultTable.Result result) {
    var today = result.to().plusDays(1);
    return Objects.requireNonNull(
        result.period().contains("..")
            ? Period.between(result.from(), result.to(), today)
            : Period.read(result.period(), today).orElse(null));
  }
}
