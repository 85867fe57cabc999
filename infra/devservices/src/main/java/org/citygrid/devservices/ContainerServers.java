package org.citygrid.devservices;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/// Both servers as containers; the engine removes them even if we are killed.
final class ContainerServers implements Servers {

  private static final DockerImageName POSTGIS =
      DockerImageName.parse("postgis/postgis:17-3.5").asCompatibleSubstituteFor("postgres");
  private static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.2.0");

  private final String superuserPassword = Secrets.random();
  private final PostgreSQLContainer postgres =
      new PostgreSQLContainer(POSTGIS)
          .withDatabaseName("postgres")
          .withUsername("postgres")
          .withPassword(superuserPassword);
  private final KafkaContainer kafka = new KafkaContainer(KAFKA);

  /// Whether an engine can be spoken to; where nothing looks like one, this costs nothing.
  static boolean engineAnswers() {
    var sockets =
        Stream.of(
            "/var/run/docker.sock", System.getProperty("user.home") + "/.docker/run/docker.sock");
    return (System.getenv("DOCKER_HOST") != null || sockets.map(Path::of).anyMatch(Files::exists))
        && DockerClientFactory.instance().isDockerAvailable();
  }

  @Override
  public Running start() {
    kafka.start();
    postgres.start();
    var address = postgres.getHost() + ":" + postgres.getMappedPort(5432);
    var postGis = new PostGis(address, superuserPassword, Secrets.random()).prepare();
    return new Running(postGis, new Kafka(kafka.getBootstrapServers()));
  }

  @Override
  public void stop() {
    kafka.stop();
    postgres.stop();
  }
}
