package org.citygrid.intake.enquiry;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Enquiries, what is known of them, and their ratings. Contact data goes in here and does not come
/// out here.
final class EnquiryTable {
  private final JdbcClient jdbc;
  private final JsonMapper rows;

  EnquiryTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.rows = json.rebuild().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  }

  /// @return false when there is one with this id
  boolean insert(Asked asked) {
    return jdbc.sql(
                """
                insert into intake.enquiry
                select * from jsonb_populate_record(null::intake.enquiry, cast(:row as jsonb))
                on conflict (enquiry_id) do nothing
                """)
            .param("row", rows.writeValueAsString(asked))
            .update()
        == 1;
  }

  /// @return the ids of those that were not there
  Set<UUID> insertAll(List<Asked> asked) {
    return new HashSet<>(
        jdbc.sql(
                """
                insert into intake.enquiry
                select * from jsonb_populate_recordset(null::intake.enquiry, cast(:rows as jsonb))
                on conflict (enquiry_id) do nothing
                returning enquiry_id
                """)
            .param("rows", rows.writeValueAsString(asked))
            .query((row, _) -> row.getObject(1, UUID.class))
            .list());
  }

  /// Of those that are there.
  Map<UUID, String> hashes(List<UUID> ids) {
    Map<UUID, String> hashes = new HashMap<>();
    jdbc.sql("select enquiry_id, content_hash from intake.enquiry where enquiry_id = any (:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          hashes.put(row.getObject(1, UUID.class), row.getString(2));
        });
    return hashes;
  }

  /// What is stored under a device's key.
  record Stored(String receipt, String contentHash) {}

  Optional<Stored> findStored(UUID id) {
    return jdbc.sql("select receipt, content_hash from intake.enquiry where enquiry_id = :id")
        .param("id", id)
        .query(Stored.class)
        .optional();
  }

  /// An enquiry without its asker.
  record Found(
      UUID enquiryId,
      String receipt,
      String kind,
      String text,
      @Nullable Double lon,
      @Nullable Double lat,
      List<String> photoIds,
      Instant receivedAt) {}

  Optional<Found> findByReceipt(String receipt) {
    return jdbc.sql(
            """
            select enquiry_id, receipt, kind, text, lon, lat, photo_ids, received_at
            from intake.enquiry where receipt = :receipt
            """)
        .param("receipt", receipt)
        .query((row, _) -> read(row))
        .optional();
  }

  private static Found read(ResultSet row) throws SQLException {
    return new Found(
        row.getObject("enquiry_id", UUID.class),
        row.getString("receipt"),
        row.getString("kind"),
        row.getString("text"),
        (Double) row.getObject("lon"),
        (Double) row.getObject("lat"),
        texts(row.getArray("photo_ids")),
        row.getTimestamp("received_at").toInstant());
  }

  private static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }

  /// Steps may come twice or late: what is remembered in the end is the same.
  void remember(List<EnquiryEvent> events) {
    jdbc.sql(
            """
            insert into intake.enquiry_step (
              enquiry_id, seq, number, act, to_state, at, due_at, public_note, report_receipt, unit_code)
            select enquiry_id, seq, number, act, "to", at, due_at, public_note, report_receipt, unit_code
            from jsonb_to_recordset(cast(:rows as jsonb)) as r(
              enquiry_id uuid, seq integer, number text, act text, "to" text, at timestamptz,
              due_at timestamptz, public_note text, report_receipt text, unit_code text)
            order by enquiry_id, seq
            on conflict (enquiry_id, seq) do nothing
            """)
        .param("rows", rows.writeValueAsString(events))
        .update();
  }

  List<EnquiryEvent> listSteps(UUID id) {
    return jdbc.sql(
            """
            select enquiry_id, number, seq, act, to_state as "to", at, due_at, public_note, report_receipt, unit_code
            from intake.enquiry_step where enquiry_id = :id order by seq
            """)
        .param("id", id)
        .query((row, _) -> event(row))
        .list();
  }

  private static EnquiryEvent event(ResultSet row) throws SQLException {
    Timestamp dueAt = row.getTimestamp("due_at");
    return new EnquiryEvent(
        row.getObject("enquiry_id", UUID.class),
        row.getString("number"),
        row.getInt("seq"),
        row.getString("act"),
        row.getString("to"),
        row.getTimestamp("at").toInstant(),
        dueAt == null ? null : dueAt.toInstant(),
        row.getString("public_note"),
        row.getString("report_receipt"),
        row.getString("unit_code"));
  }

  /// @return false when it was rated before
  boolean insert(Rating rating, String hash) {
    return jdbc.sql(
                """
                insert into intake.enquiry_rating (
                  enquiry_id, content_hash, stars, satisfied, words, rated_at)
                values (:id, :hash, :stars, :satisfied, :words, :at)
                on conflict (enquiry_id) do nothing
                """)
            .param("id", rating.enquiryId())
            .param("hash", hash)
            .param("stars", rating.stars())
            .param("satisfied", rating.satisfied())
            .param("words", rating.words())
            .param("at", Timestamp.from(rating.ratedAt()))
            .update()
        == 1;
  }

  Optional<String> findRatingHash(UUID id) {
    return jdbc.sql("select content_hash from intake.enquiry_rating where enquiry_id = :id")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  Optional<Rating> findRating(UUID id) {
    return jdbc.sql(
            """
            select enquiry_id, stars, satisfied, words, rated_at
            from intake.enquiry_rating where enquiry_id = :id
            """)
        .param("id", id)
        .query(Rating.class)
        .optional();
  }
}
