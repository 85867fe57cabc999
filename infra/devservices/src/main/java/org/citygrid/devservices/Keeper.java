package org.citygrid.devservices;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// The process that starts the servers of a test run, and stops them when the run is over: when it
/// is told to, or when the last process that wanted them is gone.
final class Keeper {

  private static final Duration LOOK = Duration.ofMillis(300);

  private Keeper() {}

  static void main() {
    var home = Home.find();
    var run = new SharedRun(home);
    run.leftovers().forEach(folder -> clear(Servers.choose(folder, home), folder));

    var folder = run.folderOf(ProcessHandle.current());
    var servers = Servers.choose(folder, home);
    var end = new Thread(() -> clear(servers, folder));
    Runtime.getRuntime().addShutdownHook(end);
    run.publish(servers.start());

    while (run.hasOwners() || !run.closeUnlessJoined()) {
      Processes.pause(LOOK);
    }
  }

  private static void clear(Servers servers, Path folder) {
    try {
      servers.stop();
      Trees.delete(folder.resolve("postgres"));
      Trees.delete(folder);
    } catch (IOException e) {
      throw new ServiceFailure("The folder " + folder + " could not be deleted", e);
    }
  }
}
