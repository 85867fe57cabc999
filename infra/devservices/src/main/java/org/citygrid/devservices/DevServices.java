package org.citygrid.devservices;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The door for tests: the PostGIS and the Kafka that one run of the tests shares.
///
/// The first test that asks starts them, in a keeper process of their own; the modules that follow
/// in the same Maven run find them running. They end with that run, however it ends.
///
/// ```java
/// var database = DevServices.shared().postGis().createDatabase("asset");
/// var bootstrap = DevServices.shared().kafka().bootstrap();
/// ```
public final class DevServices {

  private final PostGis postGis;
  private final Kafka kafka;

  private DevServices(Servers.Running running) {
    postGis = running.postGis();
    kafka = running.kafka();
  }

  /// Both services, started if they do not run yet (some seconds, once a run).
  ///
  /// @throws ServiceFailure saying what is missing if they cannot be started
  public static DevServices shared() {
    return Shared.INSTANCE;
  }

  /// The server; make a database of your own in it.
  public PostGis postGis() {
    return postGis;
  }

  /// The broker; its topics are shared by all modules of the run.
  public Kafka kafka() {
    return kafka;
  }

  /// A program that comes with this machine's PostgreSQL, such as `pgbench`; empty where there is
  /// none.
  public static Optional<Path> findProgram(String name) {
    return PostgresInstallation.find()
        .map(installation -> installation.program(name))
        .filter(Files::isExecutable);
  }

  /// What points a CityGrid process at these services and at a fresh database, as `name=value`.
  ///
  /// @param database its name; one for each process that a run starts
  public String[] settings(String database) {
    Database fresh = postGis.createDatabase(database);
    return new String[] {
      "citygrid.database.url=" + fresh.url(),
      "citygrid.database.user=" + fresh.user(),
      "citygrid.database.password=" + fresh.password(),
      "citygrid.kafka.bootstrap=" + kafka.bootstrap()
    };
  }

  private static final class Shared {
    static final DevServices INSTANCE = new DevServices(new SharedRun(Home.find()).join());
  }
}
