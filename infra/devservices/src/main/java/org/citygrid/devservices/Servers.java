package org.citygrid.devservices;

import java.nio.file.Path;

/// Where the two servers come from: containers or this machine's own programs.
interface Servers {

  /// Starts both and returns when both answer.
  Running start();

  void stop();

  /// What tests may know of them.
  record Running(PostGis postGis, Kafka kafka) {}

  /// Containers where a Docker engine answers, else native; `CITYGRID_SERVICES` decides otherwise.
  static Servers choose(Path folder, Home home) {
    var wish = System.getenv().getOrDefault("CITYGRID_SERVICES", "any");
    return switch (wish) {
      case "docker" -> new ContainerServers();
      case "native" -> nativeServers(folder, home);
      case "any" ->
          ContainerServers.engineAnswers() ? new ContainerServers() : nativeServers(folder, home);
      default ->
          throw new ServiceFailure("CITYGRID_SERVICES is docker, native or any, not " + wish);
    };
  }

  private static Servers nativeServers(Path folder, Home home) {
    return new NativeServers(
        new PostgresCluster(folder.resolve("postgres")), home.broker(folder.resolve("kafka")));
  }
}
