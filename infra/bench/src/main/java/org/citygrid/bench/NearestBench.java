package org.citygrid.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The ten nearest components of a place, as the phone asks for them, against the bare KNN query;
/// and how long the answer takes when only a common, a rare or the rarest class is wanted.
final class NearestBench implements Benchmark {
  private static final int PLACES = 1000;

  private static final String BARE =
      """
      select code, class_code, ST_X(location), ST_Y(location), state, spec, address,
        ST_Distance(location::geography, ST_SetSRID(ST_MakePoint(:lon, :lat), 4490)::geography)
      from asset.component
      order by location <-> ST_SetSRID(ST_MakePoint(:lon, :lat), 4490)
      limit 10
      """;

  private final Rig rig;

  NearestBench(Rig rig) {
    this.rig = rig;
  }

  record Place(double lon, double lat) {
    String path() {
      return String.format(Locale.ROOT, "/api/components/nearest?lon=%.6f&lat=%.6f", lon, lat);
    }

    PgBench.Question question() {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("lon", String.format(Locale.ROOT, "%.6f", lon));
      values.put("lat", String.format(Locale.ROOT, "%.6f", lat));
      return new PgBench.Question(values);
    }
  }

  @Override
  public void run(Ledger ledger) throws Exception {
    rig.load();
    List<Place> places = places();
    List<String> paths = places.stream().map(Place::path).toList();
    Clients clients = new Clients(rig.app(Map.of()).port(), false);
    PgBench bare = rig.pgBench();
    Path script = bare.script("nearest", BARE, places.stream().map(Place::question).toList());
    clients.warmUp(paths);
    int rounds = (int) Math.clamp(Math.ceil(6 / clients.ask(paths, 1).seconds()), 1, 50);
    Comparison comparison =
        Comparison.inTurns(
            rig.wish().pairs(),
            () -> clients.ask(paths, rounds).rate(),
            () -> bare.rate(script, paths.size(), rounds));
    ledger.enter(
        Finding.compared(
            "nearest",
            "the ten nearest, two clients",
            "answers/s",
            "bare KNN",
            comparison,
            Finding.Target.atLeast(0.5)));
    emptiest(ledger, clients);
    for (Rarity rarity : rarities()) {
      byClass(ledger, clients, paths, rarity);
    }
  }

  /// What the server can do at most: an answer about nothing, through the same gate. It bounds
  /// every ratio above.
  private void emptiest(Ledger ledger, Clients clients) throws Exception {
    List<String> nothing = Collections.nCopies(PLACES, "/actuator/health/liveness");
    clients.warmUp(nothing);
    List<Double> rates = new ArrayList<>();
    for (int run = 0; run < rig.wish().pairs(); run++) {
      rates.add(clients.ask(nothing, 20).rate());
    }
    ledger.enter(
        Finding.alone(
            "nearest",
            "an answer about nothing, two clients",
            new Series(rates),
            "answers/s",
            null));
  }

  private void byClass(Ledger ledger, Clients clients, List<String> paths, Rarity rarity)
      throws Exception {
    List<String> asked =
        paths.stream().limit(200).map(path -> path + "&class=" + rarity.classCode()).toList();
    clients.ask(asked, 1);
    List<Double> p95 = new ArrayList<>();
    for (int run = 0; run < rig.wish().pairs(); run++) {
      p95.add(new Series(clients.ask(asked, 1).millis()).quantile(0.95));
    }
    ledger.enter(
        Finding.alone(
            "nearest",
            "of one class, %s (%,d of it), p95".formatted(rarity.words(), rarity.count()),
            new Series(p95),
            "ms",
            null));
  }

  record Rarity(String words, String classCode, long count) {}

  /// The commonest class, the one in the middle, and the rarest.
  private List<Rarity> rarities() throws SQLException {
    List<Rarity> classes = new ArrayList<>();
    try (var connection = rig.connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select class_code, count(*) from asset.component group by 1 order by 2 desc")) {
      while (rows.next()) {
        classes.add(new Rarity("", rows.getString(1), rows.getLong(2)));
      }
    }
    return List.of(
        named("the commonest", classes.getFirst()),
        named("one in the middle", classes.get(classes.size() / 2)),
        named("the rarest", classes.getLast()));
  }

  private static Rarity named(String words, Rarity rarity) {
    return new Rarity(words, rarity.classCode(), rarity.count());
  }

  /// Places near components, some ten metres beside them.
  private List<Place> places() throws SQLException {
    List<Place> places = new ArrayList<>();
    try (var connection = rig.connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select ST_X(location) + 0.0001, ST_Y(location) - 0.0001
                from asset.component tablesample bernoulli (5) repeatable (11)
                order by md5(code) limit %d
                """
                    .formatted(PLACES))) {
      while (rows.next()) {
        places.add(new Place(rows.getDouble(1), rows.getDouble(2)));
      }
    }
    return places;
  }
}
