package org.citygrid.platform.message;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How topics are laid out (`citygrid.kafka.*`).
///
/// @param partitions per topic; as many consumers can share a topic
/// @param replicas copies of each partition: 1 on a single broker, 3 where there are three
@ConfigurationProperties("citygrid.kafka")
record MessageSettings(
    @DefaultValue("localhost:9092") String bootstrap,
    @DefaultValue("6") int partitions,
    @DefaultValue("1") int replicas) {}
