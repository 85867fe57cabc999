package org.citygrid.devservices;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/// What `./citygrid` calls: `start`, `stop` and `status` of the demo's services, and `end-tests`.
final class LocalServices {

  private static final PrintStream OUT = System.out;

  private LocalServices() {}

  static void main(String[] arguments) {
    if (arguments.length != 1) {
      fail(2, "usage: start | stop | status | end-tests");
    }
    try {
      var home = Home.find();
      var folder = home.folder().resolve(".citygrid");
      var broker = home.broker(folder.resolve("kafka"));
      var postgres = new PostgresCluster(folder.resolve("postgres"));
      switch (arguments[0]) {
        case "start" -> start(postgres, broker, folder);
        case "stop" -> new NativeServers(postgres, broker).stop();
        case "status" -> status(postgres, broker);
        case "end-tests" -> new SharedRun(home).end();
        default -> fail(2, "usage: start | stop | status | end-tests");
      }
    } catch (ServiceFailure e) {
      fail(1, String.valueOf(e.getMessage()));
    }
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
    OUT.println("PostgreSQL  " + line(postgres.isRunning(), postgres.port()));
    OUT.println("Kafka       " + line(broker.isRunning(), broker.port()));
  }

  private static String line(boolean running, int port) {
    return running ? "running on 127.0.0.1:" + port : "stopped";
  }

  private static void fail(int status, String message) {
    System.err.println(message);
    System.exit(status);
  }
}
