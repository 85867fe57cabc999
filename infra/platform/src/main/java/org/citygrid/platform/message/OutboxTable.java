package org.citygrid.platform.message;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// The outbox as a table: rows are inserted by the thousand, read by the relay, and gone once Kafka
/// has them.
final class OutboxTable implements Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxTable.class);

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final Runnable onCommit;

  OutboxTable(JdbcTemplate jdbc, JsonMapper json, Runnable onCommit) {
    this.jdbc = jdbc;
    this.json = json;
    this.onCommit = onCommit;
  }

  /// A row on its way to Kafka.
  record Row(
      long id,
      UUID eventId,
      String topic,
      String key,
      String type,
      Timestamp time,
      byte[] payload) {}

  @Override
  public void appendAll(List<Message> messages) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("the outbox is written only within a transaction");
    }
    if (messages.isEmpty()) {
      return;
    }
    int n = messages.size();
    UUID[] ids = new UUID[n];
    String[] topics = new String[n];
    String[] keys = new String[n];
    String[] types = new String[n];
    Timestamp[] times = new Timestamp[n];
    String[] payloads = new String[n];
    for (int i = 0; i < n; i++) {
      Message message = messages.get(i);
      ids[i] = message.id();
      topics[i] = message.topic();
      keys[i] = message.key();
      types[i] = message.type();
      times[i] = Timestamp.from(message.time());
      payloads[i] = json.writeValueAsString(message.payload());
    }
    jdbc.update(
        """
        insert into platform.outbox (event_id, topic, key, type, happened_at, payload)
        select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[])
        """,
        ids,
        topics,
        keys,
        types,
        times,
        payloads);
    wakeRelayAfterCommit();
  }

  private void wakeRelayAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            onCommit.run();
          }
        });
  }

  /// The oldest rows, for the one relay that holds the lock; none for any other.
  List<Row> lockOldest(int limit) {
    Boolean mine =
        jdbc.queryForObject(
            "select pg_try_advisory_xact_lock(hashtext('citygrid.outbox'))", Boolean.class);
    if (!Boolean.TRUE.equals(mine)) {
      return List.of();
    }
    return jdbc.query(
        """
        select id, event_id, topic, key, type, happened_at, payload
        from platform.outbox
        order by id
        limit ?
        """,
        (row, n) ->
            new Row(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getTimestamp(6),
                row.getString(7).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        limit);
  }

  void delete(List<Long> ids) {
    jdbc.update(
        "delete from platform.outbox where id = any (?)", (Object) ids.toArray(Long[]::new));
  }

  /// Makes the room of rows that are gone free again; beside other work, and not where the database
  /// is at it already.
  void sweep() {
    try {
      jdbc.execute("vacuum (skip_locked, truncate false) platform.outbox");
    } catch (DataAccessException left) {
      LOG.debug("the outbox was not swept: {}", left.getMessage());
    }
  }

  /// How many messages wait, and for how long the oldest has waited (seconds).
  long depth() {
    Long waiting = jdbc.queryForObject("select count(*) from platform.outbox", Long.class);
    return waiting == null ? 0 : waiting;
  }
}
