package org.citygrid.data;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.citygrid.data.api.Accounts;
import org.citygrid.data.api.Api;
import org.citygrid.data.api.Refused;
import org.citygrid.data.day.Live;
import org.citygrid.data.demo.SetUp;
import org.citygrid.data.town.TownMaker;
import org.citygrid.data.town.TownSize;
import tools.jackson.databind.json.JsonMapper;

/// `Demo setup|live --url URL --accounts FILE [--no-history] [--speed N] [--seed N]`: fills a
/// running CityGrid with Dali and ninety days of its life, or keeps a simulated day going.
public final class Demo {

  private static final String USAGE =
      "usage: Demo setup|live --url URL --accounts FILE [--no-history] [--speed N] [--seed N]";

  private Demo() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  private static int run(List<String> arguments, PrintStream out, PrintStream err)
      throws InterruptedException {
    Options options;
    try {
      options = Options.read(arguments, "url", "accounts", "no-history!", "speed", "seed");
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.println(USAGE);
      return 2;
    }
    String word = options.words().isEmpty() ? "" : options.words().getFirst();
    if (!List.of("setup", "live").contains(word)) {
      err.println(USAGE);
      return 2;
    }
    try {
      start(word, options, out);
      return 0;
    } catch (Refused | IllegalStateException | IOException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private static void start(String word, Options options, PrintStream out)
      throws IOException, InterruptedException {
    var accounts = Accounts.read(Path.of(options.get("accounts", ".citygrid/demo-accounts.txt")));
    URI url = URI.create(options.get("url", "http://localhost:8080"));
    long seed = Long.parseLong(options.get("seed", "7"));
    var town = TownMaker.make(seed, TownSize.DALI.plans().getFirst());
    var json = JsonMapper.shared();
    if (word.equals("live")) {
      double speed = Double.parseDouble(options.get("speed", "1"));
      var nobody = Api.anonymous(url, Duration.ofMinutes(10));
      new Live(nobody, accounts, town, speed, json, out).run(zone(nobody));
    } else {
      var admin =
          Api.anonymous(url, Duration.ofSeconds(60)).as("admin", accounts.password("admin"));
      var setUp = new SetUp(admin, accounts, town, json, out);
      setUp.town();
      if (!options.has("no-history")) {
        setUp.history(seed);
      }
    }
  }

  private static ZoneId zone(Api api) throws InterruptedException {
    return ZoneId.of(
        api.get("/api/town").orThrow("asking for the town").path("zone").asString("Asia/Shanghai"));
  }
}
