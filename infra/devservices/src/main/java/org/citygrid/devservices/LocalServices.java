package org.citygrid.devservices;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;

/// What `./citygrid` calls: the services of the demo under `.citygrid`, and waiting for the app.
///
/// It runs with its own module first on the class path and the broker's libraries after it.
final class LocalServices {

  private static final PrintStream OUT = System.out;
  private static final String USAGE =
      "usage: start | stop | status | check-port PORT | await-health URL PID SECONDS";

  private LocalServices() {}

  static void main(String[] arguments) {
    try {
      run(new ArrayDeque<>(List.of(arguments)));
    } catch (NoSuchElementException | NumberFormatException e) {
      fail(2, USAGE);
    } catch (ServiceFailure e) {
      fail(1, String.valueOf(e.getMessage()));
    }
  }

  private static void run(Queue<String> words) {
    var folder = Home.find().folder().resolve(".citygrid");
    var postgres = new PostgresCluster(folder.resolve("postgres"));
    var broker =
        new KafkaBroker(
            folder.resolve("kafka"), brokerClassPath(), folder.resolve("cache/kafka.jsa"));
    switch (words.remove()) {
      case "start" -> start(postgres, broker, folder);
      case "stop" -> new NativeServers(postgres, broker).stop();
      case "status" -> status(postgres, broker);
      case "check-port" -> checkPort(Integer.parseInt(words.remove()));
      case "await-health" ->
          awaitHealth(
              URI.create(words.remove() + "/actuator/health"),
              Long.parseLong(words.remove()),
              Duration.ofSeconds(Long.parseLong(words.remove())));
      default -> fail(2, USAGE);
    }
  }

  /// Our own class path without its first entry, which is this module: the same libraries in the
  /// same order as the tests' broker has, so that both can use one archive of loaded classes.
  private static String brokerClassPath() {
    var own = System.getProperty("java.class.path");
    return own.substring(own.indexOf(File.pathSeparatorChar) + 1);
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
              () -> isUp(client, health) || app.filter(Processes::isRunning).isEmpty(), patience);
      if (app.filter(Processes::isRunning).isEmpty()) {
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
