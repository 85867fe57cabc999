package org.citygrid.data;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.citygrid.data.api.Accounts;
import org.citygrid.data.api.Api;
import org.citygrid.data.api.Refused;
import org.citygrid.data.replay.Mapping;
import org.citygrid.data.replay.Replayer;
import tools.jackson.databind.json.JsonMapper;

/// `Replay --url URL --accounts FILE FILE.csv[.gz] --mapping m.yaml [--speed max|60x] [--senders
/// N]`: sends another city's real service requests through the whole pipeline.
public final class Replay {

  private static final String USAGE =
      "usage: Replay --url URL --accounts FILE FILE.csv[.gz] --mapping m.yaml"
          + " [--speed max|60x] [--senders N]";

  private Replay() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  private static int run(List<String> arguments, PrintStream out, PrintStream err)
      throws InterruptedException {
    Options options;
    double speed;
    try {
      options = Options.read(arguments, "url", "accounts", "mapping", "speed", "senders");
      speed = speed(options.get("speed", "max"));
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.println(USAGE);
      return 2;
    }
    if (options.words().size() != 1 || !options.has("mapping")) {
      err.println(USAGE);
      return 2;
    }
    try {
      var mapping = Mapping.read(Path.of(options.get("mapping", "")));
      var accounts = Accounts.read(Path.of(options.get("accounts", ".citygrid/demo-accounts.txt")));
      URI url = URI.create(options.get("url", "http://localhost:8080"));
      new Replayer(Api.anonymous(url, Duration.ofSeconds(60)), accounts, JsonMapper.shared(), out)
          .replay(
              Path.of(options.words().getFirst()),
              mapping,
              speed,
              Integer.parseInt(options.get("senders", "16")));
      return 0;
    } catch (Refused | IllegalArgumentException | IllegalStateException | IOException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  /// `max` is 0: as fast as it goes.
  private static double speed(String text) {
    if (text.equals("max")) {
      return 0;
    }
    if (text.matches("\\d{1,6}(\\.\\d+)?x?")) {
      return Double.parseDouble(text.replace("x", ""));
    }
    throw new IllegalArgumentException("--speed must be max or a factor such as 60x, not " + text);
  }
}
