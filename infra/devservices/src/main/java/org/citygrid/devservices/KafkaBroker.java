package org.citygrid.devservices;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One Kafka broker in a process of its own: KRaft, broker and controller in one, loopback only.
///
/// @param folder holds its log, its settings and its process id
/// @param classPath the broker's libraries
/// @param archive of their loaded classes, made by the JVM when the broker first stops, for quicker
///   starts
record KafkaBroker(Path folder, String classPath, Path archive) {

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(20);

  /// Starts the broker and returns at once; [#awaitReady] waits for it.
  Kafka start() {
    if (isRunning()) {
      return new Kafka("127.0.0.1:" + port());
    }
    try {
      Files.createDirectories(folder);
      int port = Ports.preferably(port());
      Files.createDirectories(archive.getParent());
      configure(port, Ports.free());
      try (var in = KafkaBroker.class.getResourceAsStream("kafka-log4j2.xml")) {
        Files.copy(Objects.requireNonNull(in), logging(), REPLACE_EXISTING);
      }
      format();
      var process =
          Processes.detach(
              java(
                  "-XX:SharedArchiveFile=" + archive,
                  "-XX:+AutoCreateSharedArchive",
                  "kafka.Kafka",
                  settings().toString()),
              log());
      pidFile().write(process);
      return new Kafka("127.0.0.1:" + port);
    } catch (IOException e) {
      throw new ServiceFailure("Kafka could not be started in " + folder, e);
    }
  }

  /// Waits until the broker answers on its port.
  void awaitReady() {
    int port = port();
    boolean ready =
        Processes.waitUntil(() -> !isRunning() || Ports.answers(port), START) && isRunning();
    if (!ready) {
      throw new ServiceFailure("Kafka does not answer on port " + port + Processes.tail(log()));
    }
  }

  void stop() {
    pidFile().stop(STOP);
  }

  boolean isRunning() {
    return pidFile().find().isPresent();
  }

  /// The port of the last start, 0 before the first.
  int port() {
    var listener = Secrets.read(settings()).getProperty("advertised.listeners", ":0");
    return Integer.parseInt(listener.substring(listener.lastIndexOf(':') + 1));
  }

  private void configure(int port, int controllerPort) {
    var broker = "PLAINTEXT://127.0.0.1:" + port;
    var controller = "CONTROLLER://127.0.0.1:" + controllerPort;
    Secrets.write(
        settings(),
        Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("listeners", broker + "," + controller),
            Map.entry("advertised.listeners", broker),
            Map.entry("log.dirs", folder.resolve("log").toString()),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "10"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "5"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // There is no second broker to lose nothing when the power fails: write through early.
            Map.entry("log.flush.interval.messages", "1000"),
            Map.entry("log.flush.interval.ms", "1000"),
            Map.entry("log.flush.scheduler.interval.ms", "500")));
  }

  private void format() {
    if (Files.exists(folder.resolve("log/meta.properties"))) {
      return;
    }
    Processes.run(
        java(
            "-XX:TieredStopAtLevel=1",
            "kafka.tools.StorageTool",
            "format",
            "--cluster-id",
            "citygrid-local-kraft-1",
            "--config",
            settings().toString()),
        START);
  }

  private List<String> java(String... arguments) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xms128m",
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Djava.awt.headless=true",
                "-Dlog4j2.configurationFile=" + logging(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath));
    command.addAll(List.of(arguments));
    return command;
  }

  private Path settings() {
    return folder.resolve("server.properties");
  }

  private Path logging() {
    return folder.resolve("log4j2.xml");
  }

  private Path log() {
    return folder.resolve("kafka.log");
  }

  private PidFile pidFile() {
    return new PidFile(folder.resolve("kafka.pid"));
  }
}
