package org.citygrid.data.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.citygrid.data.api.Accounts;
import org.citygrid.data.api.Api;
import tools.jackson.databind.json.JsonMapper;

/// Reads a file, lays a town under it, and sends it.
public final class Replayer {

  private final Api nobody;
  private final Accounts accounts;
  private final JsonMapper json;
  private final PrintStream out;

  public Replayer(Api nobody, Accounts accounts, JsonMapper json, PrintStream out) {
    this.nobody = nobody;
    this.accounts = accounts;
    this.json = json;
    this.out = out;
  }

  /// @param speed how much faster than the file's own times; 0 is as fast as it goes
  /// @throws IllegalArgumentException if file and mapping do not fit each other
  public void replay(Path file, Mapping mapping, double speed, int senders)
      throws IOException, InterruptedException {
    List<Request> requests = new RequestFile(mapping).read(file);
    var extent = Extent.of(requests);
    out.printf(
        Locale.ROOT,
        "%s: %,d requests of %s, %,d with a place, %,d without a readable time%n",
        file.getFileName(),
        requests.size(),
        mapping.name(),
        requests.stream().filter(Request::hasPlace).count(),
        requests.stream().filter(request -> request.createdAt() == null).count());
    Api admin = nobody.as("admin", accounts.password("admin"));
    String user = "replay-" + mapping.division().code();
    String password = accounts.find(user).orElseGet(accounts::shared);
    out.println(
        "town        " + new ReplayTown(mapping, extent, json).setUp(admin, user, password));
    accounts.put(user, password);
    accounts.write();
    new Replaying(mapping, nobody.as(user, password), senders, json, out).run(requests, speed);
  }
}
