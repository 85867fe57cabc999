package org.citygrid.devservices;

/// PostgreSQL of the distribution and Kafka from Maven Central, as processes of this machine.
record NativeServers(PostgresCluster postgres, KafkaBroker broker) implements Servers {

  @Override
  public Running start() {
    var kafka = broker.start(); // its JVM warms up while PostgreSQL starts
    var postGis = postgres.start();
    broker.awaitReady();
    return new Running(postGis, kafka);
  }

  @Override
  public void stop() {
    try {
      broker.stop();
    } finally {
      postgres.stop();
    }
  }
}
