package org.citygrid.data.day;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.citygrid.data.day.Told.Act;
import org.citygrid.data.day.Told.Report;
import org.citygrid.data.town.Town;
import org.jspecify.annotations.Nullable;

/// Ninety days of a town whose grid goes live: from about 100 handled cases a day to about 300.
public final class History {

  public static final int DAYS = 90;

  private static final double BEFORE = 100;
  private static final double AFTER = 300;

  /// What is refused, linked or handled by the collector at once never reaches a department.
  private static final double HANDLED_PART = 0.88;

  private static final double PUBLIC = 0.225;
  private static final double HIGHER = 0.023;
  private static final double SELF_HANDLED = 0.05;
  private static final double DUPLICATE = 0.03;

  /// The newest cases, spread over the states where somebody has to do something.
  private static final List<String> OPEN_STATES =
      List.of(
          "REPORTED",
          "VERIFYING",
          "TO_FILE",
          "TO_DISPATCH",
          "HANDLING",
          "HANDLING",
          "HANDLING",
          "TO_CHECK",
          "CHECKING",
          "TO_CLOSE",
          "HANDLING",
          "RETURN_REVIEW",
          "SELF_REVIEW",
          "VOID_REVIEW",
          "SUSPENDED",
          "HANDLING");

  private static final int OPEN_CASES = 96;

  private final RandomGenerator random;
  private final ZoneId zone;
  private final Instant now;
  private final WorkClock work;
  private final Places places;
  private final Teller teller;

  public History(long seed, Town town, ZoneId zone, Instant now) {
    this.random = new SplittableRandom(seed);
    this.zone = zone;
    this.now = now;
    var mix = new CaseMix();
    this.work = new WorkClock(zone);
    this.places = new Places(town, mix);
    this.teller = new Teller(random, zone, work, mix);
  }

  /// All cases by the time of their report; acts later than now have not happened.
  public List<Told> tell() {
    List<Told> all = new ArrayList<>();
    Map<String, Report> recent = new HashMap<>();
    for (int day = 0; day < DAYS; day++) {
      tellDay(day, recent, all);
    }
    all.sort(Comparator.comparing(told -> told.report().receivedAt()));
    all.replaceAll(this::untilNow);
    leaveOpen(all);
    return all;
  }

  /// How many cases of that day departments handle on average.
  static double handledOn(int day) {
    double progress = Math.clamp((day - 8) / 64.0, 0, 1);
    return BEFORE + (AFTER - BEFORE) * progress * progress * (3 - 2 * progress);
  }

  private void tellDay(int day, Map<String, Report> recent, List<Told> all) {
    LocalDate date = now.atZone(zone).toLocalDate().minusDays(DAYS - 1L - day);
    double week = work.isWorkingDay(date) ? 1.06 : 0.86;
    double noise = 1 + 0.06 * Math.clamp(random.nextGaussian(), -2.5, 2.5);
    long count = Math.round(handledOn(day) / HANDLED_PART * week * noise);
    List<Report> reports = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      int second = DayCurve.secondOfDay(random.nextDouble());
      Instant at = date.atStartOfDay(zone).plusSeconds(second).toInstant();
      if (at.isBefore(now.minusSeconds(300))) {
        reports.add(report(day, at));
      }
    }
    reports.sort(Comparator.comparing(Report::receivedAt));
    for (Report report : reports) {
      all.add(tellOne(report, recent));
    }
  }

  private Told tellOne(Report report, Map<String, Report> recent) {
    Report earlier = recent.get(report.place().dutyGridCode());
    if (!report.selfHandled()
        && earlier != null
        && random.nextDouble() < DUPLICATE
        && Duration.between(earlier.receivedAt(), report.receivedAt()).toHours() < 20) {
      return teller.tell(sameAs(earlier, report), earlier.id());
    }
    Told told = teller.tell(report, null);
    if (told.handled()) {
      recent.put(report.place().dutyGridCode(), report);
    }
    return told;
  }

  private Report report(int day, Instant observed) {
    boolean component = random.nextDouble() < CaseMix.COMPONENT_PART;
    Place place = component ? places.withComponent(random) : places.any(random);
    String kind = component ? CaseMix.COMPONENT : CaseMix.EVENT;
    String classCode = component ? place.componentClass() : CaseMix.eventClass(random);
    String source = source(day, place);
    boolean byCollector = source.equals("collector");
    boolean selfHandled = byCollector && !component && random.nextDouble() < SELF_HANDLED;
    return new Report(
        uuid(),
        kind,
        classCode,
        component ? place.componentCode() : null,
        place,
        place.lon() + shake(),
        place.lat() + shake(),
        words(place, kind, classCode),
        observed,
        observed.plusSeconds(20 + random.nextInt(150)),
        source,
        channel(source),
        byCollector ? place.collector() : null,
        selfHandled);
  }

  /// While a duty grid is not live yet, its people report for themselves.
  private String source(int day, Place place) {
    double chance = random.nextDouble();
    if (chance < HIGHER) {
      return "higher";
    }
    boolean live = place.dutyGridNumber() * 7 % 35 <= 12 + day * 0.5;
    double publicPart = live ? PUBLIC - 0.06 : PUBLIC + 0.3;
    return chance < HIGHER + publicPart ? "public" : "collector";
  }

  private String channel(String source) {
    return switch (source) {
      case "collector" -> "field";
      case "higher" -> "hotline";
      default -> {
        double chance = random.nextDouble();
        yield chance < 0.45 ? "wechat" : chance < 0.8 ? "web" : "hotline";
      }
    };
  }

  private static Report sameAs(Report first, Report again) {
    return new Report(
        again.id(),
        first.kind(),
        first.classCode(),
        first.componentCode(),
        first.place(),
        first.lon() + 0.00003,
        first.lat() - 0.00002,
        first.description(),
        again.observedAt(),
        again.receivedAt(),
        "public",
        "web",
        null,
        false);
  }

  private static String words(Place place, String kind, String classCode) {
    return place.address() + "附近，" + ClassNames.zh(kind, classCode);
  }

  // The present

  private Told untilNow(Told told) {
    List<Act> past = told.acts().stream().filter(act -> act.at().isBefore(now)).toList();
    return past.size() == told.acts().size()
        ? told
        : new Told(told.report(), past, state(told, past));
  }

  private static String state(Told told, List<Act> past) {
    if (past.isEmpty()) {
      return told.report().selfHandled() ? "SELF_REVIEW" : "REPORTED";
    }
    return past.getLast().to();
  }

  /// Tells the newest cases again so that each open state has some, squeezed in before now.
  private void leaveOpen(List<Told> all) {
    int from = Math.max(0, all.size() - OPEN_CASES);
    for (int i = from; i < all.size(); i++) {
      String wanted = OPEN_STATES.get(i % OPEN_STATES.size());
      Told told = all.get(i);
      if (told.acts().stream().anyMatch(act -> act.masterReportId() != null)) {
        continue;
      }
      Told found = retell(told.report(), wanted);
      if (found != null) {
        all.set(i, found);
      }
    }
  }

  private @Nullable Told retell(Report report, String wanted) {
    Report fit = fitting(report, wanted);
    for (int attempt = 0; attempt < 2_000; attempt++) {
      Told told = teller.tell(fit, null);
      List<Act> acts = new ArrayList<>();
      String state = fit.selfHandled() ? "SELF_REVIEW" : "REPORTED";
      for (Act act : told.acts()) {
        if (state.equals(wanted)) {
          break;
        }
        acts.add(act);
        state = act.to();
      }
      if (state.equals(wanted)) {
        return new Told(fit, squeezed(acts, fit.receivedAt()), wanted);
      }
    }
    return null;
  }

  /// The same report from somebody whose reports can come to that state.
  private static Report fitting(Report report, String wanted) {
    boolean selfHandled = wanted.equals("SELF_REVIEW");
    boolean byPublic = wanted.equals("VERIFYING");
    boolean byCollector = selfHandled || (!byPublic && report.source().equals("collector"));
    return new Report(
        report.id(),
        report.kind(),
        report.classCode(),
        report.componentCode(),
        report.place(),
        report.lon(),
        report.lat(),
        report.description(),
        report.observedAt(),
        report.receivedAt(),
        byPublic ? "public" : byCollector ? "collector" : report.source(),
        byPublic ? "web" : byCollector ? "field" : report.channel(),
        byCollector ? report.place().collector() : null,
        selfHandled);
  }

  private List<Act> squeezed(List<Act> acts, Instant start) {
    if (acts.isEmpty() || acts.getLast().at().isBefore(now)) {
      return List.copyOf(acts);
    }
    double whole = Duration.between(start, acts.getLast().at()).toMillis();
    double room = Duration.between(start, now.minusSeconds(60)).toMillis();
    return acts.stream()
        .map(act -> {
          double part = Duration.between(start, act.at()).toMillis() / whole;
          return new Act(
              act.action(),
              act.to(),
              start.plusMillis((long) (room * part)),
              act.actor(),
              act.role(),
              act.opinion(),
              act.unitCode(),
              act.conditionId(),
              act.until(),
              act.masterReportId());
        })
        .toList();
  }

  private double shake() {
    return (random.nextDouble() - 0.5) * 1.2e-5;
  }

  private UUID uuid() {
    long high = random.nextLong() & 0xffffffffffff0fffL | 0x4000L;
    long low = random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
