package org.citygrid.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Pages of the OGC API: one far in against the first, and pages of a box against the bare query.
final class FeatureBench implements Benchmark {
  private static final String ITEMS = "/ogc/collections/components/items";
  private static final int STEP = 10_000;
  private static final int PLACES = 500;

  /// With more components than this PostgreSQL keeps a plan for the bare query that walks along all
  /// codes and takes seconds; the baseline is then planned for each box, which is its best.
  private static final long TRAPPED_FROM = 2_000_000;

  /// Half the width of a box, degrees: some two hundred metres.
  private static final double REACH = 0.002;

  private static final Pattern NEXT = Pattern.compile("\"href\":\"([^\"]+)\",\"rel\":\"next\"");

  private static final String BARE =
      """
      select code, class_code, state, competent_unit, owner_unit, maintenance_unit, spec, address,
        since, source, note, synthetic, dimensions, cell_code, duty_grid_code, division_code,
        version, changed_at, ST_AsGeoJSON(location, 9)
      from asset.component
      where location && ST_MakeEnvelope(:west, :south, :east, :north, 4490)
      order by code
      limit 100
      """;

  private final Rig rig;

  FeatureBench(Rig rig) {
    this.rig = rig;
  }

  record Box(double lon, double lat) {
    String path() {
      return String.format(
          Locale.ROOT,
          "%s?limit=100&bbox=%.6f,%.6f,%.6f,%.6f",
          ITEMS,
          lon - REACH,
          lat - REACH,
          lon + REACH,
          lat + REACH);
    }

    PgBench.Question question() {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("west", String.format(Locale.ROOT, "%.6f", lon - REACH));
      values.put("south", String.format(Locale.ROOT, "%.6f", lat - REACH));
      values.put("east", String.format(Locale.ROOT, "%.6f", lon + REACH));
      values.put("north", String.format(Locale.ROOT, "%.6f", lat + REACH));
      return new PgBench.Question(values);
    }
  }

  @Override
  public void run(Ledger ledger) throws Exception {
    rig.load();
    int port = rig.app(Map.of()).port();
    farIn(ledger, port);
    boxes(ledger, port);
  }

  /// A page takes at most 1.1 times as long: at least 1 / 1.1 as many come in a second.
  private void farIn(Ledger ledger, int port) throws Exception {
    long offset = rig.wish().components() * 9 / 10 / STEP * STEP;
    List<String> first = Collections.nCopies(2 * PLACES, ITEMS + "?limit=100");
    List<String> far = Collections.nCopies(2 * PLACES, pathAt(port, offset));
    Clients clients = new Clients(port, false);
    clients.warmUp(first);
    ledger.enter(
        Finding.compared(
            "features",
            "pages of 100 after %,d others, two clients".formatted(offset),
            "pages/s",
            "the first page",
            Comparison.inTurns(
                rig.wish().pairs(),
                () -> clients.ask(far, 1).rate(),
                () -> clients.ask(first, 1).rate()),
            Finding.Target.atLeast(1 / 1.1)));
  }

  private void boxes(Ledger ledger, int port) throws Exception {
    List<Box> places = places();
    List<String> paths = places.stream().map(Box::path).toList();
    Clients clients = new Clients(port, false);
    PgBench bare = rig.pgBench();
    Path script = bare.script("features", BARE, places.stream().map(Box::question).toList());
    clients.warmUp(paths);
    int rounds = (int) Math.clamp(Math.ceil(6 / clients.ask(paths, 1).seconds()), 1, 50);
    String plans = rig.wish().components() > TRAPPED_FROM ? "force_custom_plan" : "auto";
    ledger.enter(
        Finding.compared(
            "features",
            "pages of 100 in a box, two clients",
            "pages/s",
            "bare query",
            Comparison.inTurns(
                rig.wish().pairs(),
                () -> clients.ask(paths, rounds).rate(),
                () -> bare.rate(script, paths.size(), rounds, plans)),
            Finding.Target.atLeast(0.5)));
  }

  /// The address of the page of 100 after so many features: reached by following `next`.
  private static String pathAt(int port, long offset) throws IOException, InterruptedException {
    String path = ITEMS + "?limit=" + STEP;
    try (var http = HttpClient.newHttpClient()) {
      for (long seen = 0; seen < offset; seen += STEP) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        var links = NEXT.matcher(http.send(request.build(), BodyHandlers.ofString()).body());
        if (!links.find()) {
          throw new NotMeasured("there is no page after " + path);
        }
        URI next = URI.create(links.group(1));
        path = next.getRawPath() + "?" + next.getRawQuery();
      }
    }
    return path.replace("limit=" + STEP, "limit=100");
  }

  private List<Box> places() throws SQLException {
    List<Box> places = new ArrayList<>();
    try (var connection = rig.connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select ST_X(location), ST_Y(location)
                from asset.component tablesample bernoulli (5) repeatable (13)
                where ST_GeometryType(location) = 'ST_Point'
                order by md5(code) limit %d
                """
                    .formatted(PLACES))) {
      while (rows.next()) {
        places.add(new Box(rows.getDouble(1), rows.getDouble(2)));
      }
    }
    return places;
  }
}
