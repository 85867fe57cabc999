package org.citygrid.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.citygrid.bench.Reports.Spot;
import org.citygrid.bench.Reports.Told;
import org.jspecify.annotations.Nullable;

/// How well repeated reports are recognised. Things of one class lie about a town, as close as the
/// case says; each is reported one to four times within a day, each time from a phone that errs by
/// some metres. A suspicion is right when it names a case of the same thing.
final class Recognising {
  private static final int THINGS = 1_500;
  private static final double PHONE_ERROR_METRES = 6;
  private static final double METRES_PER_DEGREE = 111_195;
  private static final List<Integer> APART = List.of(400, 200, 100, 50);
  private static final List<String> CLASSES = List.of("0410", "0207", "0136", "0110", "0107");

  private final Feed feed;
  private final Rig rig;
  private final SplittableRandom random = new SplittableRandom(3);

  Recognising(Feed feed, Rig rig) {
    this.feed = feed;
    this.rig = rig;
  }

  void run(Ledger ledger) throws Exception {
    Instant day = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(100, ChronoUnit.DAYS);
    for (int apart : APART) {
      day = day.minus(5, ChronoUnit.DAYS);
      Judged judged = judge(apart, day);
      String where =
          "things of a class %d m apart, phones err by %.0f m".formatted(apart, PHONE_ERROR_METRES);
      enter(ledger, where + ": precision of suspected duplicates", judged.precision());
      enter(ledger, where + ": recall", judged.recall());
    }
  }

  private static void enter(Ledger ledger, String what, double value) throws Exception {
    ledger.enter(Finding.alone("intake", what, Series.of(value), "of 1", null));
  }

  /// @param right suspicions that name the same thing
  /// @param repeats reports of what was reported before
  private record Judged(int suspected, int right, int repeats) {
    double precision() {
      return suspected == 0 ? 1 : (double) right / suspected;
    }

    double recall() {
      return (double) right / repeats;
    }
  }

  private record Sent(Instant at, Told told) {}

  private Judged judge(int apart, Instant day) throws Exception {
    Reports reports = new Reports(rig, IntakeBench.TOWN);
    Spot corner = reports.spots().getFirst();
    String run = "SAME" + apart + "-";
    List<Sent> sent = new ArrayList<>();
    int repeats = 0;
    for (int thing = 0; thing < THINGS; thing++) {
      String classCode = CLASSES.get(thing % CLASSES.size());
      Place place = place(thing / CLASSES.size(), apart, corner);
      int times = 1 + random.nextInt(4);
      repeats += times - 1;
      for (int n = 0; n < times; n++) {
        Instant at = day.plusSeconds(random.nextLong(20 * 3600));
        double lon = place.lon() + error() / Math.cos(Math.toRadians(place.lat()));
        double lat = place.lat() + error();
        sent.add(
            new Sent(
                at,
                reports.told(
                    Place.NOWHERE, reports.about(classCode, lon, lat), run + thing + "." + n, at)));
      }
    }
    sent.sort(java.util.Comparator.comparing(Sent::at));
    feed.pour(sent.stream().map(Sent::told).toList());
    return judge(run, repeats);
  }

  /// Things of a class lie on a lattice around a corner, each somewhat off its knot.
  private Place place(int n, int apart, Spot corner) {
    int wide = (int) Math.ceil(Math.sqrt(THINGS / (double) CLASSES.size()));
    double degrees = apart / METRES_PER_DEGREE;
    double x = n % wide - wide / 2.0 + (random.nextDouble() - 0.5) * 0.4;
    double y = (double) (n / wide) - wide / 2.0 + (random.nextDouble() - 0.5) * 0.4;
    return new Place(
        corner.lon() + x * degrees / Math.cos(Math.toRadians(corner.lat())),
        corner.lat() + y * degrees);
  }

  private double error() {
    return random.nextGaussian() * PHONE_ERROR_METRES / METRES_PER_DEGREE;
  }

  private record Place(double lon, double lat) {
    /// The program finds out by itself where things lie.
    static final @Nullable Spot NOWHERE = null;
  }

  private Judged judge(String run, int repeats) throws Exception {
    Map<String, String> thingOfCase = new HashMap<>();
    Map<String, String> suspects = new HashMap<>();
    try (var connection = rig.connect();
        var statement =
            connection.prepareStatement(
                "select id, receipt, suspected_id from dispatch.city_case where starts_with(receipt, ?)")) {
      statement.setString(1, run);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          String receipt = rows.getString(2);
          thingOfCase.put(rows.getString(1), receipt.substring(0, receipt.indexOf('.')));
          if (rows.getString(3) != null) {
            suspects.put(rows.getString(1), rows.getString(3));
          }
        }
      }
    }
    int right = 0;
    for (var suspicion : suspects.entrySet()) {
      if (Objects.equals(
          thingOfCase.get(suspicion.getKey()), thingOfCase.get(suspicion.getValue()))) {
        right++;
      }
    }
    return new Judged(suspects.size(), right, repeats);
  }
}
