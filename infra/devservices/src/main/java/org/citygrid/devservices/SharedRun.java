package org.citygrid.devservices;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What the processes of one test run know of each other, as files under `.citygrid/test`: the
/// keeper and its address book, and the owners for whom it keeps the servers running.
record SharedRun(Home home) {

  private static final Duration START = Duration.ofSeconds(150);

  /// Makes the current run an owner of the servers, and starts their keeper if there is none.
  Servers.Running join() {
    return locked(() -> {
      var owner = owner();
      new PidFile(owners().resolve(owner.pid() + ".pid")).write(owner);
      if (keeperFile().find().isEmpty()) {
        startKeeper();
      }
      return read();
    });
  }

  boolean hasOwners() {
    try (var files = Files.list(owners())) {
      return files.toList().stream().anyMatch(file -> new PidFile(file).find().isPresent());
    } catch (IOException e) {
      return false; // the folder is gone, and whoever removed it wants us gone too
    }
  }

  /// The keeper tells where its servers are.
  void publish(Servers.Running running) {
    Secrets.write(
        addressBook(),
        Map.of(
            "postgis.address", running.postGis().address(),
            "postgis.superuserPassword", running.postGis().superuserPassword(),
            "postgis.password", running.postGis().password(),
            "kafka.bootstrap", running.kafka().bootstrap()));
  }

  /// The keeper says goodbye, unless somebody has joined in the meantime.
  boolean closeUnlessJoined() {
    return locked(() -> {
      if (hasOwners()) {
        return false;
      }
      forget();
      return true;
    });
  }

  void forget() {
    try {
      Files.deleteIfExists(addressBook());
      Files.deleteIfExists(keeperFile().path());
    } catch (IOException e) {
      throw new ServiceFailure("Files of an ended test run remain in " + home.tests(), e);
    }
  }

  /// Folders that a killed keeper left, with servers that may still run in them.
  List<Path> leftovers() {
    try (var files = Files.list(home.tests())) {
      return files.filter(file -> file.getFileName().toString().startsWith("run-")).toList();
    } catch (IOException e) {
      return List.of(); // nothing ever ran here
    }
  }

  Path folderOf(ProcessHandle keeper) {
    return home.tests().resolve("run-" + keeper.pid());
  }

  private void startKeeper() {
    try {
      forget();
      var log = home.tests().resolve("keeper.log");
      Files.deleteIfExists(log);
      var keeper = Processes.detach(keeperCommand(), log);
      keeperFile().write(keeper);
      Processes.waitUntil(() -> Files.exists(addressBook()) || !keeper.isAlive(), START);
      if (!Files.exists(addressBook())) {
        throw new ServiceFailure("The test services did not start." + Processes.tail(log));
      }
    } catch (IOException e) {
      throw new ServiceFailure("The test services could not be started", e);
    }
  }

  private List<String> keeperCommand() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin/java").toString(),
        "-Xmx64m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dcitygrid.home=" + home.folder(),
        "-cp",
        home.classPath(),
        Keeper.class.getName());
  }

  private Servers.Running read() {
    var book = Secrets.read(addressBook());
    return new Servers.Running(
        new PostGis(
            book.getProperty("postgis.address"),
            book.getProperty("postgis.superuserPassword"),
            book.getProperty("postgis.password")),
        new Kafka(book.getProperty("kafka.bootstrap")));
  }

  /// For whom the servers run: the Maven above us, else (in an editor) this very process.
  private static ProcessHandle owner() {
    Optional<ProcessHandle> ancestor = ProcessHandle.current().parent();
    while (ancestor.isPresent() && !isMaven(ancestor.get())) {
      ancestor = ancestor.get().parent();
    }
    return ancestor.orElseGet(ProcessHandle::current);
  }

  private static boolean isMaven(ProcessHandle process) {
    return process.info().commandLine().filter(line -> line.contains("-Dmaven.home=")).isPresent();
  }

  private <T> T locked(Supplier<T> action) {
    try {
      Files.createDirectories(owners());
      try (var channel =
              FileChannel.open(
                  home.tests().resolve("lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var lock = channel.lock()) {
        assert lock.isValid();
        return action.get();
      }
    } catch (IOException e) {
      throw new ServiceFailure("The folder " + home.tests() + " cannot be used", e);
    }
  }

  private Path owners() {
    return home.tests().resolve("owners");
  }

  private Path addressBook() {
    return home.tests().resolve("services.properties");
  }

  private PidFile keeperFile() {
    return new PidFile(home.tests().resolve("keeper.pid"));
  }
}
