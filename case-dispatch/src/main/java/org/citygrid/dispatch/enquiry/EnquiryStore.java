package org.citygrid.dispatch.enquiry;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.citygrid.dispatch.enquiry.EnquiryClerk.Entry;
import org.citygrid.platform.message.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Enquiries and their steps in the database; each step is stored with its message in the caller's
/// transaction. Rows travel as JSON whose names are the columns.
@Component
class EnquiryStore {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final JdbcClient jdbc;
  private final Outbox outbox;

  EnquiryStore(JdbcClient jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  static Enquiry read(String row) {
    return new Enquiry(JSON.readValue(row, Question.class), JSON.readValue(row, Progress.class));
  }

  Optional<Enquiry> findByNumber(String number) {
    return jdbc.sql("select row_to_json(e) from dispatch.enquiry e where number = :number")
        .param("number", number)
        .query((row, _) -> read(row.getString(1)))
        .optional();
  }

  /// Those of the ids that have become enquiries already.
  Set<UUID> known(Collection<UUID> ids) {
    return new HashSet<>(
        jdbc.sql("select id from dispatch.enquiry where id = any (:ids)")
            .param("ids", ids.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  /// Locks these until the transaction ends, always in the same order.
  List<Enquiry> lockAll(Collection<UUID> ids) {
    return jdbc.sql(
            """
            select row_to_json(e) from dispatch.enquiry e where id = any (:ids) order by id for update
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, _) -> read(row.getString(1)))
        .list();
  }

  /// A step that is in the history; times are stored to the microsecond.
  record Made(UUID enquiryId, String act, Instant at) {}

  Set<Made> made(Collection<UUID> ids) {
    Set<Made> made = new HashSet<>();
    jdbc.sql(
            "select enquiry_id, act, moved_at from dispatch.enquiry_move where enquiry_id = any (:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          made.add(
              new Made(
                  row.getObject(1, UUID.class), row.getString(2), row.getTimestamp(3).toInstant()));
        });
    return made;
  }

  Optional<Enquiry> lock(UUID id) {
    return jdbc.sql("select row_to_json(e) from dispatch.enquiry e where id = :id for update")
        .param("id", id)
        .query((row, _) -> read(row.getString(1)))
        .optional();
  }

  /// Answered enquiries that nobody has touched since `before` and nobody else works on now.
  List<Enquiry> lockAnswered(Instant before, int most) {
    return jdbc.sql(
            """
            select row_to_json(e) from dispatch.enquiry e
            where state = 'ANSWERED' and moved_at < :before
            order by moved_at
            limit :most
            for update skip locked
            """)
        .param("before", Timestamp.from(before))
        .param("most", most)
        .query((row, _) -> read(row.getString(1)))
        .list();
  }

  /// The next numbers of a day, in the caller's transaction.
  List<String> numbers(LocalDate day, int count) {
    int last =
        jdbc.sql(
                """
                insert into dispatch.enquiry_number as n (day, last) values (:day, :count)
                on conflict (day) do update set last = n.last + excluded.last
                returning last
                """)
            .param("day", day)
            .param("count", count)
            .query(Integer.class)
            .single();
    return IntStream.rangeClosed(last - count + 1, last)
        .mapToObj(n -> "Q%s-%04d".formatted(day, n))
        .toList();
  }

  /// Stores all entries with their messages: of each enquiry its row once, and each of its steps.
  ///
  /// @return false when an enquiry is no longer at the version it was read at; then the caller must
  ///   roll back
  boolean store(List<Entry> entries) {
    Map<UUID, Entry> first = new LinkedHashMap<>();
    entries.forEach(entry -> first.putIfAbsent(entry.enquiry().id(), entry));
    var fresh = first.values().stream().filter(entry -> entry.was() == 0).toList();
    var changed = first.values().stream().filter(entry -> entry.was() > 0).toList();
    if (write(fresh, INSERT) < fresh.size() || write(changed, UPDATE) < changed.size()) {
      return false;
    }
    jdbc.sql(MOVES)
        .param("rows", JSON.writeValueAsString(entries.stream().map(Entry::step).toList()))
        .update();
    outbox.appendAll(entries.stream().map(Entry::told).toList());
    return true;
  }

  private int write(List<Entry> entries, String sql) {
    return entries.isEmpty()
        ? 0
        : jdbc.sql(sql)
            .param(
                "rows", JSON.writeValueAsString(entries.stream().map(EnquiryStore::row).toList()))
            .update();
  }

  private static ObjectNode row(Entry entry) {
    ObjectNode row = JSON.valueToTree(entry.enquiry().question());
    row.setAll((ObjectNode) JSON.valueToTree(entry.enquiry().progress()));
    row.put("was", entry.was());
    return row;
  }

  private static final String INSERT =
      """
      insert into dispatch.enquiry
      select * from json_populate_recordset(null::dispatch.enquiry, cast(:rows as json))
      """;

  private static final String UPDATE =
      """
      with changed as (
        select r.*, b.was
        from json_populate_recordset(null::dispatch.enquiry, cast(:rows as json)) r
        join json_to_recordset(cast(:rows as json)) as b(id uuid, was integer) using (id))
      update dispatch.enquiry e set
        state = r.state, version = r.version, moved_at = r.moved_at, limit_days = r.limit_days,
        warn_at = r.warn_at, due_at = r.due_at, unit_code = r.unit_code, reply_due = r.reply_due,
        answer = r.answer, answered_at = r.answered_at, answered_by = r.answered_by,
        closed_at = r.closed_at, late = r.late, forwards = r.forwards, returns = r.returns,
        reopened = r.reopened, report_receipt = r.report_receipt, stars = r.stars,
        satisfied = r.satisfied, rating_words = r.rating_words, rated_at = r.rated_at
      from changed r
      where e.id = r.id and e.version = r.was
      """;

  private static final String MOVES =
      """
      insert into dispatch.enquiry_move
      select * from json_populate_recordset(null::dispatch.enquiry_move, cast(:rows as json))
      """;
}
