package org.citygrid.devservices;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The checkout: the folder that holds `mvnw`.
record Home(Path folder) {

  /// Named by the system property `citygrid.home`, else the nearest folder upwards with an `mvnw`.
  static Home find() {
    var named = System.getProperty("citygrid.home");
    if (named != null) {
      return new Home(Path.of(named).toAbsolutePath());
    }
    for (@Nullable Path f = Path.of("").toAbsolutePath(); f != null; f = f.getParent()) {
      if (Files.exists(f.resolve("mvnw"))) {
        return new Home(f);
      }
    }
    throw new ServiceFailure(
        "No folder with mvnw above " + Path.of("").toAbsolutePath() + "; set citygrid.home");
  }

  Path tests() {
    return folder.resolve(".citygrid/test");
  }

  KafkaBroker broker(Path folder) {
    return new KafkaBroker(folder, libraries(), folder().resolve(".citygrid/cache/kafka.jsa"));
  }

  /// What a program of this module runs with.
  String classPath() {
    return ownClasses() + File.pathSeparator + libraries();
  }

  /// The broker's libraries and ours, as the build listed them.
  private String libraries() {
    var list = folder.resolve("infra/devservices/target/services.classpath");
    try {
      return Files.readString(list).strip();
    } catch (IOException e) {
      throw new ServiceFailure(
          "Kafka's libraries are not listed yet: ./mvnw -pl infra/devservices package", e);
    }
  }

  private static Path ownClasses() {
    try {
      return Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
