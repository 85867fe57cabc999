package org.citygrid.devservices;

/// A running broker.
///
/// @param bootstrap `host:port` for `bootstrap.servers`
public record Kafka(String bootstrap) {}
