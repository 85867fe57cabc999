package org.citygrid.platform.message;

import java.util.List;

/// Where messages are left in the same transaction as the change that they tell of. The relay
/// carries them to Kafka after the commit; while brokers are down they wait.
public interface Outbox {
  default void append(Message message) {
    appendAll(List.of(message));
  }

  /// @throws IllegalStateException outside a transaction: a message without its change must not
  ///   exist
  void appendAll(List<Message> messages);
}
