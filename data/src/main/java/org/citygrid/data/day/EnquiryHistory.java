package org.citygrid.data.day;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.citygrid.data.day.ToldEnquiry.Act;
import org.citygrid.data.day.ToldEnquiry.Rating;
import org.citygrid.data.town.Town;
import org.jspecify.annotations.Nullable;

/// A year of questions, calls for help, complaints and suggestions: from about three a day to about
/// ten. How often each kind comes is Nanhai's of 2013, and so is, roughly, how many are answered in
/// time (96.35 %); all else is made up.
public final class EnquiryHistory {

  public static final int DAYS = 365;

  private static final double BEFORE = 3;
  private static final double AFTER = 10;
  private static final double ONLINE = 0.4;
  private static final double LATE = 0.036;
  private static final double WRONG_UNIT = 0.03;
  private static final double RATES = 0.6;
  private static final double UNSATISFIED = 0.06;
  private static final double WORK_HOURS_A_DAY = 8;

  private final RandomGenerator random;
  private final ZoneId zone;
  private final Instant now;
  private final WorkClock work;
  private final Places places;

  public EnquiryHistory(long seed, Town town, ZoneId zone, Instant now) {
    this.random = new SplittableRandom(seed ^ 0x5eed);
    this.zone = zone;
    this.now = now;
    this.work = new WorkClock(zone);
    this.places = new Places(town, new CaseMix());
  }

  /// All by the time they were asked; what would happen later than now has not happened.
  public List<ToldEnquiry> tell() {
    List<ToldEnquiry> all = new ArrayList<>();
    LocalDate today = now.atZone(zone).toLocalDate();
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = today.minusDays(DAYS - 1L - day);
      double week = work.isWorkingDay(date) ? 1.15 : 0.6;
      double mean = (BEFORE + (AFTER - BEFORE) * day / DAYS) * week;
      long count = Math.round(mean * (1 + 0.25 * Math.clamp(random.nextGaussian(), -2, 2)));
      for (long n = 0; n < count; n++) {
        Instant at = date.atStartOfDay(zone).plusSeconds(second()).toInstant();
        if (at.isBefore(now.minusSeconds(60))) {
          all.add(tellOne(at));
        }
      }
    }
    all.sort(Comparator.comparing(ToldEnquiry::receivedAt));
    return all;
  }

  private int second() {
    return DayCurve.secondOfDay(random.nextDouble());
  }

  private ToldEnquiry tellOne(Instant at) {
    Topic topic = Topic.any(random);
    boolean online = random.nextDouble() < ONLINE;
    Place place = topic.unit().isEmpty() ? null : places.any(random);
    String text = place == null ? topic.text() : topic.text() + "（" + place.address() + "附近）";
    List<Act> acts = new ArrayList<>();
    Rating rating = live(topic, at, acts);
    acts.removeIf(act -> !act.at().isBefore(now));
    return new ToldEnquiry(
        uuid(),
        topic.kind(),
        online ? "web" : Enquirers.channel(random),
        text,
        at,
        online ? null : "acceptor",
        place,
        List.copyOf(acts),
        rating == null || !rating.at().isBefore(now) ? null : rating);
  }

  /// What is done about it, and how the answer is liked.
  private @Nullable Rating live(Topic topic, Instant at, List<Act> acts) {
    Instant answered =
        topic.unit().isEmpty() ? byTheAcceptor(topic, at, acts) : byAUnit(topic, at, acts);
    Instant closed = work.after(answered, minutes(30, 600));
    acts.add(new Act("CLOSE", closed, "acceptor", "ACCEPTOR", null, null));
    if (random.nextDouble() >= RATES) {
      return null;
    }
    return random.nextDouble() < UNSATISFIED
        ? objected(topic, closed, acts)
        : liked(answered, acts);
  }

  private Instant byTheAcceptor(Topic topic, Instant at, List<Act> acts) {
    Instant accepted = work.after(at, minutes(5, 40));
    acts.add(new Act("ACCEPT", accepted, "acceptor", "ACCEPTOR", null, null));
    Instant answered = later(accepted, work.after(at, used(topic)));
    acts.add(new Act("ANSWER", answered, "acceptor", "ACCEPTOR", null, topic.answer()));
    return answered;
  }

  private Instant byAUnit(Topic topic, Instant at, List<Act> acts) {
    String unit = topic.unit();
    Instant sent = work.after(at, minutes(5, 60));
    if (random.nextDouble() < WRONG_UNIT) {
      String wrong = unit.equals("municipal") ? "sanitation" : "municipal";
      acts.add(forward(sent, wrong));
      Instant back = work.after(sent, minutes(20, 90));
      acts.add(new Act("RETURN", back, "unit-" + wrong, "DEPARTMENT", null, "不属于本单位职责，请转有关单位"));
      sent = work.after(back, minutes(5, 30));
    }
    acts.add(forward(sent, unit));
    Instant answered = later(work.after(sent, minutes(10, 20)), work.after(at, used(topic)));
    acts.add(new Act("ANSWER", answered, "unit-" + unit, "DEPARTMENT", null, topic.answer()));
    return answered;
  }

  private static Act forward(Instant at, String unit) {
    return new Act("FORWARD", at, "acceptor", "ACCEPTOR", unit, "请答复群众");
  }

  /// It is taken up again by the shift leader, who answers and closes.
  private Rating objected(Topic topic, Instant closed, List<Act> acts) {
    Instant at = closed.plus(minutes(60, 2_000));
    Rating rating = new Rating(at, 1 + random.nextInt(2), "没有说清楚什么时候能办好");
    acts.add(rated(at));
    Instant again = work.after(at, minutes(30, 200));
    acts.add(new Act("ANSWER", again, "leader", "SHIFT_LEADER", null, "向您致歉。" + topic.answer()));
    acts.add(
        new Act(
            "CLOSE", work.after(again, minutes(30, 300)), "leader", "SHIFT_LEADER", null, null));
    return rating;
  }

  /// Before it is closed or after.
  private Rating liked(Instant answered, List<Act> acts) {
    Instant at = answered.plus(minutes(10, 3_000));
    acts.add(rated(at));
    acts.sort(Comparator.comparing(Act::at));
    return new Rating(at, random.nextDouble() < 0.12 ? 3 : 4 + random.nextInt(2), null);
  }

  private static Act rated(Instant at) {
    return new Act("RATE", at, "", "", null, null);
  }

  /// Working time until the answer: mostly well within the limit of its kind, some late.
  private Duration used(Topic topic) {
    int days =
        switch (topic.kind()) {
          case "help" -> 1;
          case "consult" -> 3;
          case "complaint" -> 5;
          default -> 15;
        };
    double part =
        random.nextDouble() < LATE
            ? 1.1 + random.nextDouble() * 0.6
            : 0.08 + 0.72 * random.nextDouble() * random.nextDouble();
    return Duration.ofMinutes(Math.round(part * days * WORK_HOURS_A_DAY * 60));
  }

  private Duration minutes(int least, int most) {
    return Duration.ofSeconds(60L * least + random.nextInt(60 * (most - least)));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private UUID uuid() {
    long high = random.nextLong() & 0xffffffffffff0fffL | 0x4000L;
    long low = random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
