package org.citygrid.devservices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// A private PostgreSQL cluster: its own files, its own port on loopback, its own passwords. The
/// system's clusters are never touched. Checksums are on, and so is fsync.
///
/// @param folder what belongs to the cluster; `settings` beside it is ours alone (mode 600)
record PostgresCluster(Path folder) {

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(60);

  /// Starts the server, makes the cluster first if there is none, and waits until it answers.
  PostGis start() {
    var settings = settings();
    if (isRunning()) {
      return postGis(settings);
    }
    var installation = installation(settings);
    var user = ServerUser.current();
    if (!settings.containsKey("initialised")) {
      settings = initialise(installation, user);
    }
    int port = Ports.preferably(Integer.parseInt(settings.getProperty("port", "0")));
    settings.setProperty("port", String.valueOf(port));
    save(settings);
    Processes.run(
        user.command(
            List.of(
                installation.program("pg_ctl").toString(),
                "start",
                "--silent",
                "--wait",
                "--timeout=" + START.toSeconds(),
                "--pgdata=" + data(),
                "--log=" + real().resolve("postgres.log"),
                "--options=" + options(port))),
        START.plusSeconds(5));
    return postGis(settings).prepare();
  }

  void stop() {
    if (!isRunning()) {
      return;
    }
    var command =
        List.of(
            installation(settings()).program("pg_ctl").toString(),
            "stop",
            "--silent",
            "--wait",
            "--mode=fast",
            "--timeout=" + STOP.toSeconds(),
            "--pgdata=" + data());
    Processes.run(ServerUser.current().command(command), STOP.plusSeconds(5));
  }

  /// Whether the server that `postmaster.pid` names is alive and is a PostgreSQL.
  boolean isRunning() {
    try {
      long pid = Long.parseLong(Files.readAllLines(data().resolve("postmaster.pid")).getFirst());
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .flatMap(process -> process.info().command())
          .filter(command -> command.contains("postgres"))
          .isPresent();
    } catch (IOException | RuntimeException e) {
      return false; // no such file: no server
    }
  }

  int port() {
    return Integer.parseInt(settings().getProperty("port", "0"));
  }

  private static String options(int port) {
    // TCP only: a socket's path must not exceed 107 bytes, and a checkout's path may.
    return "-p "
        + port
        + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
        + " -c shared_buffers=256MB -c max_wal_size=2GB -c jit=off -c max_connections=200"
        + " -c timezone=UTC -c log_timezone=UTC";
  }

  private Properties initialise(PostgresInstallation installation, ServerUser user) {
    var settings = new Properties();
    settings.setProperty("bin", installation.bin().toString());
    settings.setProperty("superuserPassword", Secrets.random());
    settings.setProperty("password", Secrets.random());
    try {
      place(user);
      Trees.delete(real().resolve("data"));
      var passwordFile = Files.createTempFile(real(), "initial", ".password");
      Files.writeString(passwordFile, settings.getProperty("superuserPassword"));
      user.own(passwordFile);
      Processes.run(
          user.command(
              List.of(
                  installation.program("initdb").toString(),
                  "--pgdata=" + data(),
                  "--username=postgres",
                  "--pwfile=" + passwordFile,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale=" + (Files.isDirectory(Path.of("/proc")) ? "C.UTF-8" : "C"),
                  "--data-checksums")),
          START);
      Files.delete(passwordFile);
    } catch (IOException e) {
      throw new ServiceFailure("No PostgreSQL cluster could be made in " + folder, e);
    }
    settings.setProperty("initialised", "true");
    save(settings);
    return settings;
  }

  /// Makes the folder where its user can come to it; under /var/lib with a link where the checkout
  /// lies in a folder that is closed to others, as root's home is.
  private void place(ServerUser user) throws IOException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    if (Files.isSymbolicLink(folder) && Files.isDirectory(folder)) {
      return;
    }
    Files.deleteIfExists(folder);
    Files.createDirectory(folder);
    if (!user.reaches(folder)) {
      Files.delete(folder);
      var outside = Path.of("/var/lib/citygrid", hash(folder.toAbsolutePath().toString()));
      Files.createDirectories(outside);
      Files.createSymbolicLink(folder, outside);
      System.err.println(
          "   PostgreSQL's files are in "
              + outside
              + ": the folder of the checkout is closed to the user "
              + user.name().orElseThrow());
    }
    Files.setPosixFilePermissions(real(), PosixFilePermissions.fromString("rwx------"));
    user.own(real());
  }

  private Path real() {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder.toAbsolutePath();
    }
  }

  private Path data() {
    return real().resolve("data");
  }

  private PostgresInstallation installation(Properties settings) {
    var bin = settings.getProperty("bin");
    return bin == null ? PostgresInstallation.get() : new PostgresInstallation(Path.of(bin));
  }

  private static PostGis postGis(Properties settings) {
    return new PostGis(
        "127.0.0.1:" + settings.getProperty("port"),
        settings.getProperty("superuserPassword"),
        settings.getProperty("password"));
  }

  private Path settingsFile() {
    return folder.resolveSibling(folder.getFileName() + ".settings");
  }

  private Properties settings() {
    return Secrets.read(settingsFile());
  }

  private void save(Properties settings) {
    Map<String, String> values = new HashMap<>();
    settings.stringPropertyNames().forEach(n -> values.put(n, settings.getProperty(n)));
    Secrets.write(settingsFile(), values);
  }

  private static String hash(String text) {
    return HexFormat.of().toHexDigits(text.hashCode());
  }
}
