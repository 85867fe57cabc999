package org.citygrid.dispatch.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygrid.dispatch.figure.Throughput;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What went through by source, class, place or department, with its trend.
@RestController
class ThroughputController {
  private static final int LONGEST_DAYS = 3660;
  private static final int USUAL_DAYS = 30;
  private static final int MOST_SERIES = 50;
  private static final int TREND_DAYS = 7;
  private static final List<String> NAMES =
      List.of("reported", "filed", "handled", "closed", "onTime");

  private final Throughput throughput;
  private final Names names;
  private final TownClock clock;

  ThroughputController(Throughput throughput, Names names, TownClock clock) {
    this.throughput = throughput;
    this.names = names;
    this.clock = clock;
  }

  /// @param share of all that was reported, 0 to 1
  /// @param days day by day, for the busiest
  /// @param trend the mean of seven days that end with the day
  record Item(
      String key,
      LocalText name,
      long reported,
      long filed,
      long handled,
      long closed,
      long onTime,
      double share,
      String link,
      @Nullable Map<String, long[]> days,
      @Nullable Map<String, double[]> trend) {}

  record Answer(String by, LocalDate from, LocalDate to, List<LocalDate> dates, List<Item> items) {}

  @GetMapping(path = "/api/stats/throughput", params = "by")
  Answer throughput(
      Actor actor,
      @RequestParam String by,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(defaultValue = "10") int top) {
    var last = to == null ? clock.today() : to;
    var first = from == null ? last.minusDays(USUAL_DAYS - 1) : from;
    check(actor, by, first, last, top);
    var totals = throughput.totals(by, first, last);
    if (by.equals("grid") || by.equals("community")) {
      totals.keySet().removeIf(key -> !key.startsWith(actor.divisionCode()));
    }
    if (by.equals("unit") && !Rights.seesAll(actor) && actor.unitCode() != null) {
      totals.keySet().removeIf(key -> !key.equals(actor.unitCode()));
    }
    var keys =
        totals.keySet().stream()
            .sorted(
                Comparator.<String>comparingLong(key -> volume(totals, key))
                    .reversed()
                    .thenComparing(key -> key))
            .toList();
    return new Answer(
        by,
        first,
        last,
        first.datesUntil(last.plusDays(1)).toList(),
        items(by, keys, totals, actor, first, last, top));
  }

  private List<Item> items(
      String by,
      List<String> keys,
      Map<String, long[]> totals,
      Actor actor,
      LocalDate first,
      LocalDate last,
      int top) {
    var series = new HashMap<String, List<long[]>>();
    throughput
        .series(by, keys.subList(0, Math.min(top, keys.size())), first, last)
        .forEach(one -> series.put(one.key(), one.days()));
    var words = names.throughput(by, keys, actor.divisionCode());
    long all = keys.stream().mapToLong(key -> volume(totals, key)).sum();
    var items = new ArrayList<Item>();
    for (var key : keys) {
      var sums = java.util.Objects.requireNonNull(totals.get(key));
      var days = series.get(key);
      items.add(
          new Item(
              key,
              words.getOrDefault(key, Names.same(key)),
              sums[0],
              sums[1],
              sums[2],
              sums[3],
              sums[4],
              all == 0 ? 0 : Sheet.round((double) volume(totals, key) / all, 4),
              link(by, key, first, last),
              days == null ? null : days(days),
              days == null ? null : trend(days)));
    }
    return items;
  }

  /// Departments report nothing: what is handled is their measure.
  private static long volume(Map<String, long[]> totals, String key) {
    var sums = java.util.Objects.requireNonNull(totals.get(key));
    return sums[0] > 0 ? sums[0] : sums[2];
  }

  private static Map<String, long[]> days(List<long[]> days) {
    var named = new LinkedHashMap<String, long[]>();
    for (int i = 0; i < NAMES.size(); i++) {
      named.put(NAMES.get(i), days.get(i));
    }
    return named;
  }

  private static Map<String, double[]> trend(List<long[]> days) {
    return Map.of(
        "reported", mean(days.get(0)), "handled", mean(days.get(2)), "closed", mean(days.get(3)));
  }

  /// At the beginning the mean of the days that are there.
  static double[] mean(long[] days) {
    var mean = new double[days.length];
    for (int i = 0; i < days.length; i++) {
      int begin = Math.max(0, i - TREND_DAYS + 1);
      mean[i] = Sheet.round(Arrays.stream(days, begin, i + 1).average().orElse(0), 2);
    }
    return mean;
  }

  private static String link(String by, String key, LocalDate from, LocalDate to) {
    var dash = key.indexOf('-');
    return switch (by) {
      case "class" ->
          "queue=all&opened=REPORT,REGISTER,REOPEN&kind=%s&class=%s&from=%s&to=%s"
              .formatted(key.substring(0, dash), key.substring(dash + 1), from, to);
      case "unit" ->
          "queue=all&actedUnit=%s&action=HAND_IN&actedFirst=true&actedFrom=%s&actedTo=%s"
              .formatted(key, from, to);
      default ->
          "queue=all&opened=REPORT,REGISTER,REOPEN&%s=%s&from=%s&to=%s"
              .formatted(by.equals("community") ? "division" : by, key, from, to);
    };
  }

  private static void check(Actor actor, String by, LocalDate from, LocalDate to, int top) {
    var wrong = new Violations();
    wrong.require(Names.BY.contains(by), "by", "must be source, class, grid, community or unit");
    wrong.require(!from.isAfter(to), "from", "must not be after to");
    wrong.require(from.plusDays(LONGEST_DAYS).isAfter(to), "from", "must be within ten years");
    wrong.require(top >= 0 && top <= MOST_SERIES, "top", "must be 0 to " + MOST_SERIES);
    wrong.throwIfAny();
    if (!Rights.seesFigures(actor)) {
      throw Problem.forbidden().asException();
    }
  }
}
