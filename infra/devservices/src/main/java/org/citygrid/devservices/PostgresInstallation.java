package org.citygrid.devservices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The programs of one PostgreSQL that can load PostGIS.
///
/// @param bin folder of `initdb` and `pg_ctl`
record PostgresInstallation(Path bin) {

  private static final int OLDEST = 15;
  private static final Pattern VERSION =
      Pattern.compile("(?:postgresql[@-]?|pgsql-|/)(\\d{2})(?=/)");

  /// Where distributions keep one folder a version.
  private static final List<String> FOLDERS =
      List.of(
          "/usr/lib/postgresql",
          "/usr",
          "/opt/homebrew/opt",
          "/usr/local/opt",
          "/Applications/Postgres.app/Contents/Versions");

  /// The newest one on this machine, of version 15 or later.
  static Optional<PostgresInstallation> find() {
    return FOLDERS.stream()
        .flatMap(folder -> children(Path.of(folder)))
        .map(version -> new PostgresInstallation(version.resolve("bin")))
        .filter(one -> one.version() >= OLDEST && one.isComplete())
        .max(Comparator.comparingInt(PostgresInstallation::version));
  }

  static PostgresInstallation get() {
    return find()
        .orElseThrow(() ->
            new ServiceFailure(
                "No PostgreSQL "
                    + OLDEST
                    + " or newer with PostGIS was found."
                    + " Debian, Ubuntu: apt-get install postgresql postgresql-postgis;"
                    + " or start a Docker engine. ./citygrid doctor says more."));
  }

  Path program(String name) {
    return bin.resolve(name);
  }

  int version() {
    var matcher = VERSION.matcher(bin.toString());
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private boolean isComplete() {
    return Files.isExecutable(program("initdb"))
        && Files.isExecutable(program("pg_ctl"))
        && extensionFolders().stream().anyMatch(f -> Files.exists(f.resolve("postgis.control")));
  }

  private List<Path> extensionFolders() {
    var home = bin.resolve("..");
    var folders = new ArrayList<Path>();
    folders.add(Path.of("/usr/share/postgresql/" + version() + "/extension"));
    for (var share : List.of("share/extension", "share/postgresql/extension")) {
      folders.add(home.resolve(share));
    }
    for (var prefix : List.of("/opt/homebrew", "/usr/local")) {
      folders.add(Path.of(prefix, "share/postgresql@" + version(), "extension"));
    }
    return folders;
  }

  private static Stream<Path> children(Path folder) {
    try (var children = Files.list(folder)) {
      return children.toList().stream();
    } catch (IOException e) {
      return Stream.empty(); // this distribution is not the one
    }
  }
}
