package org.citygrid.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The built program, running as a process of its own on loopback with a heap of 512 MB.
final class App implements AutoCloseable {
  static final String PASSWORD = "only-for-the-benchmark";

  private static final Duration START = Duration.ofMinutes(3);

  private final Process process;
  private final int port;

  private App(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// @param settings environment variables
  /// @param log what the program says
  static App start(Path jar, Map<String, String> settings, Path log)
      throws IOException, InterruptedException {
    int port = freePort();
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Xms512m",
            "-Xmx512m",
            "-XX:+UseG1GC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "-jar",
            jar.toString());
    command.environment().putAll(settings);
    command.environment().put("SERVER_PORT", String.valueOf(port));
    command.environment().put("SERVER_ADDRESS", "127.0.0.1");
    command.environment().put("CITYGRID_ADMIN_PASSWORD", PASSWORD);
    command
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    App app = new App(command.start(), port);
    try {
      app.awaitHealth(log);
    } catch (RuntimeException | InterruptedException e) {
      app.close();
      throw e;
    }
    return app;
  }

  int port() {
    return port;
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// Process id, for whoever profiles it.
  long pid() {
    return process.pid();
  }

  private void awaitHealth(Path log) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(base().resolve("/actuator/health"))
            .timeout(Duration.ofSeconds(5))
            .build();
    long end = System.nanoTime() + START.toNanos();
    try (var client = HttpClient.newHttpClient()) {
      while (System.nanoTime() < end && process.isAlive()) {
        try {
          if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException e) {
          // it does not listen yet
        }
        Thread.sleep(200);
      }
    }
    throw new NotMeasured("CityGrid did not start; look at " + log);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
