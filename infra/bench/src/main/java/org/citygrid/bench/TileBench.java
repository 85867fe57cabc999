package org.citygrid.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Vector tiles: how many a second are drawn anew, against the bare query for the same tiles; how
/// long each zoom takes and how large its tiles are; and how long one takes that was drawn before.
final class TileBench implements Benchmark {
  private static final Map<String, String> UNCACHED = Map.of("CITYGRID_ASSET_TILES_CACHE", "false");
  private static final Finding.Target RATIO = Finding.Target.atLeast(0.6);
  private static final int SHALLOWEST = 8;
  private static final int DEEPEST = 18;
  private static final int TILES = 200;
  private static final int LARGEST_KB = 250;

  /// Single components, as drawn by PostGIS alone.
  private static final String BARE_COMPONENTS =
      """
      select ST_AsMVT(t, 'components', 4096, 'geom') from (
        select ST_AsMVTGeom(ST_Transform(ST_SetSRID(location, 4326), 3857),
            ST_TileEnvelope(:z, :x, :y), 4096, 64, true) as geom, code, class_code as cls, state
        from asset.component
        where location && ST_MakeEnvelope(:west, :south, :east, :north, 4490)) t
      where geom is not null
      """;

  /// One count a cell.
  private static final String BARE_COUNTS =
      """
      select ST_AsMVT(t, 'counts', 4096, 'geom') from (
        select ST_AsMVTGeom(ST_Transform(ST_SetSRID(center, 4326), 3857),
            ST_TileEnvelope(:z, :x, :y), 4096, 64, true) as geom, n, cell_code as cell
        from asset.component_count
        where center && ST_MakeEnvelope(:west, :south, :east, :north, 4490)) t
      where geom is not null
      """;

  private final Rig rig;

  TileBench(Rig rig) {
    this.rig = rig;
  }

  @Override
  public void run(Ledger ledger) throws Exception {
    rig.load();
    compare(ledger, 14, "counts by cell", BARE_COUNTS);
    compare(ledger, 14, "the single components", BARE_COMPONENTS);
    compare(ledger, 16, "the single components", BARE_COMPONENTS);
    everyZoom(ledger);
    cached(ledger);
  }

  private void compare(Ledger ledger, int zoom, String shows, String sql) throws Exception {
    List<Address> addresses = addresses(zoom, TILES);
    List<String> paths = addresses.stream().map(Address::path).toList();
    App app = rig.app(UNCACHED);
    PgBench bare = rig.pgBench();
    Path script =
        bare.script("tiles-" + zoom, sql, addresses.stream().map(Address::question).toList());
    Clients clients = new Clients(app.port(), false);
    int rounds = roundsFor(clients, paths);
    double rate = bare.rate(script, paths.size(), 1);
    int bareRounds = (int) Math.clamp(Math.ceil(6 * rate / paths.size()), 1, 200);
    Comparison comparison =
        Comparison.inTurns(
            rig.wish().pairs(),
            () -> clients.ask(paths, rounds).rate(),
            () -> bare.rate(script, paths.size(), bareRounds));
    ledger.enter(
        Finding.compared(
            "tiles",
            "z%d, drawn anew, two clients".formatted(zoom),
            "tiles/s",
            "ST_AsMVT of " + shows,
            comparison,
            RATIO));
  }

  /// So many that a run takes some seconds.
  private static int roundsFor(Clients clients, List<String> paths) throws Exception {
    clients.warmUp(paths);
    double seconds = clients.ask(paths, 1).seconds();
    return (int) Math.clamp(Math.ceil(6 / seconds), 1, 200);
  }

  /// Drawn anew by one client at a time, as a person looks at one map.
  private void everyZoom(Ledger ledger) throws Exception {
    App app = rig.app(UNCACHED);
    for (int zoom = SHALLOWEST; zoom <= DEEPEST; zoom++) {
      List<String> paths = addresses(zoom, TILES).stream().map(Address::path).toList();
      Clients plain = new Clients(app.port(), false);
      plain.ask(paths, 1);
      List<Double> p95 = new ArrayList<>();
      int largest = 0;
      for (int run = 0; run < rig.wish().pairs(); run++) {
        Clients.Heard heard = plain.ask(paths, Math.max(1, 40 / paths.size()));
        p95.add(new Series(heard.millis()).quantile(0.95));
        largest = Math.max(largest, heard.largest());
      }
      int packed = new Clients(app.port(), true).ask(paths, 1).largest();
      ledger.enter(
          Finding.alone(
              "tiles",
              "z%d, drawn anew, p95 of %d tiles".formatted(zoom, paths.size()),
              new Series(p95),
              "ms",
              Finding.Target.atMost(150)));
      ledger.enter(
          Finding.alone(
              "tiles",
              "z%d, largest tile (%s KB packed)".formatted(zoom, Words.number(packed / 1024.0)),
              Series.of(largest / 1024.0),
              "KB",
              Finding.Target.atMost(LARGEST_KB)));
    }
  }

  private void cached(Ledger ledger) throws Exception {
    List<String> paths = addresses(16, TILES).stream().map(Address::path).toList();
    Clients clients = new Clients(rig.app(Map.of()).port(), true);
    clients.ask(paths, 20);
    List<Double> p95 = new ArrayList<>();
    List<Double> median = new ArrayList<>();
    for (int run = 0; run < rig.wish().pairs(); run++) {
      Series heard = new Series(clients.ask(paths, 10).millis());
      p95.add(heard.quantile(0.95));
      median.add(heard.median());
    }
    Finding.Target target = Finding.Target.atMost(2);
    ledger.enter(
        Finding.alone("tiles", "z16, drawn before, median", new Series(median), "ms", target));
    ledger.enter(Finding.alone("tiles", "z16, drawn before, p95", new Series(p95), "ms", target));
  }

  /// A tile of the Web Mercator pyramid and its box in degrees, with the margin that ours has too.
  record Address(int z, int x, int y) {
    private static final double MARGIN = 64.0 / 4096;

    String path() {
      return "/tiles/components/%d/%d/%d.mvt".formatted(z, x, y);
    }

    PgBench.Question question() {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("z", z);
      values.put("x", x);
      values.put("y", y);
      values.put("west", longitude(x - MARGIN));
      values.put("south", latitude(y + 1 + MARGIN));
      values.put("east", longitude(x + 1 + MARGIN));
      values.put("north", latitude(y - MARGIN));
      return new PgBench.Question(values);
    }

    private double longitude(double column) {
      return column / (1 << z) * 360 - 180;
    }

    private double latitude(double row) {
      return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * row / (1 << z)))));
    }
  }

  /// Tiles in which components stand, in an order that has nothing to do with their place.
  private List<Address> addresses(int zoom, int most) throws SQLException {
    List<Address> addresses = new ArrayList<>();
    try (var connection = rig.connect();
        var statement =
            connection.prepareStatement(
                """
                with place as (
                  select ST_X(location) as lon, radians(ST_Y(location)) as lat
                  from asset.component tablesample bernoulli (5) repeatable (7)
                ),
                tile as (
                  select distinct floor((lon + 180) / 360 * (1 << ?))::integer as x,
                    floor((1 - ln(tan(lat) + 1 / cos(lat)) / pi()) / 2 * (1 << ?))::integer as y
                  from place
                )
                select x, y from tile order by md5(x || '/' || y) limit ?
                """)) {
      statement.setInt(1, zoom);
      statement.setInt(2, zoom);
      statement.setInt(3, most);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          addresses.add(new Address(zoom, rows.getInt(1), rows.getInt(2)));
        }
      }
    }
    return addresses;
  }
}
