package org.citygrid.devservices;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// What `./citygrid` calls: the services of the demo under `.citygrid`, and waiting for the app.
///
/// It runs with the very class path that the broker needs, so that it can stop what an older build
/// started.
final class LocalServices {

  private static final PrintStream OUT = System.out;
  private static final String USAGE =
      "usage: start | stop | status | check-port PORT | await-health URL PID SECONDS";

  private LocalServices() {}

  static void main(String[] arguments) {
    try {
      if (!run(arguments)) {
        fail(2, USAGE);
      }
    } catch (ServiceFailure e) {
      fail(1, String.valueOf(e.getMessage()));
    }
  }

  private static boolean run(String[] arguments) {
    var folder = Home.find().folder().resolve(".citygrid");
    var postgres = new PostgresCluster(folder.resolve("postgres"));
    var broker =
        new KafkaBroker(
            folder.resolve("kafka"),
            System.getProperty("java.class.path"),
            folder.resolve("cache/kafka.jsa"));
    switch (String.join(" ", arguments).split(" ")[0] + arguments.length) {
      case "start1" -> start(postgres, broker, folder);
      case "stop1" -> new NativeServers(postgres, broker).stop();
      case "status1" -> status(postgres, broker);
      case "check-port2" -> checkPort(Integer.parseInt(arguments[1]));
      case "await-health4" ->
          awaitHealth(
              URI.create(arguments[1] + "/actuator/health"),
              Long.parseLong(arguments[2]),
              Duration.ofSeconds(Long.parseLong(arguments[3])));
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Writes where the services are to `services.env`; the broker may still be warming up then.
  private static void start(PostgresCluster postgres, KafkaBroker broker, Path folder) {
    var kafka = broker.start();
    var database = postgres.start().keepDatabase("citygrid");
    Secrets.write(
        folder.resolve("services.env"),
        Map.of(
            "CITYGRID_DATABASE_URL", database.url(),
            "CITYGRID_DATABASE_USER", database.user(),
            "CITYGRID_DATABASE_PASSWORD", database.password(),
            "CITYGRID_KAFKA_BOOTSTRAP", kafka.bootstrap()));
  }

  private static void status(PostgresCluster postgres, KafkaBroker broker) {
    OUT.println("PostGIS    " + line(postgres.isRunning(), postgres.port()));
    OUT.println("Kafka      " + line(broker.isRunning(), broker.port()));
  }

  private static String line(boolean running, int port) {
    return running ? "running on 127.0.0.1:" + port : "stopped";
  }

  private static void checkPort(int port) {
    if (Ports.answers(port)) {
      throw new ServiceFailure("Port " + port + " is in use by another program");
    }
  }

  private static void awaitHealth(URI health, long pid, Duration patience) {
    var app = ProcessHandle.of(pid);
    try (var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      boolean ended =
          Processes.waitUntil(
              () -> isUp(client, health) || app.filter(ProcessHandle::isAlive).isEmpty(), patience);
      if (app.filter(ProcessHandle::isAlive).isEmpty()) {
        throw new ServiceFailure("CityGrid ended while starting");
      }
      if (!ended) {
        throw new ServiceFailure("CityGrid is not healthy after " + patience.toSeconds() + " s");
      }
    }
  }

  private static boolean isUp(HttpClient client, URI health) {
    var request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(10)).build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // it does not listen yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceFailure("Interrupted while waiting for " + health, e);
    }
  }

  private static void fail(int status, String message) {
    System.err.println(message);
    System.exit(status);
  }
}
