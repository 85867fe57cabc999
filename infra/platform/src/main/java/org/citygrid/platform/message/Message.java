package org.citygrid.platform.message;

import java.time.Instant;
import java.util.UUID;

/// Something that happened, told to whoever listens to a topic. Delivered at least once, in order
/// per key.
///
/// @param id the event's own id: consumers use it to ignore a second delivery
/// @param key partition key: messages with the same key stay in order
/// @param type CloudEvents type, such as `org.citygrid.report.accepted.v1`
/// @param time when it happened, not when it was sent
/// @param payload written as JSON
public record Message(
    UUID id, String topic, String key, String type, Instant time, Object payload) {}
