package org.citygrid.asset.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.citygrid.asset.Condition;
import org.citygrid.asset.Kind;
import org.citygrid.asset.ThingClass;
import org.citygrid.platform.text.LocalText;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Classes, conditions and which files they came from.
@Repository
class CatalogueTables {
  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;

  CatalogueTables(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /// Waits until no other process loads catalogues; holds until the transaction ends.
  void takeTurn() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('asset.catalogue'))")
        .query((row, _) -> "")
        .single();
  }

  boolean isLoaded(String name, String checksum) {
    return jdbc.sql(
            """
            select exists (
              select from asset.catalogue_file where name = :name and checksum = :checksum)
            """)
        .param("name", name)
        .param("checksum", checksum)
        .query(Boolean.class)
        .single();
  }

  void markLoaded(String name, String checksum, Instant at) {
    jdbc.sql(
            """
            insert into asset.catalogue_file (name, checksum, loaded_at)
            values (:name, :checksum, :at)
            on conflict (name) do update
              set checksum = excluded.checksum, loaded_at = excluded.loaded_at
            """)
        .param("name", name)
        .param("checksum", checksum)
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .update();
    jdbc.sql("update asset.revision set value = value + 1 where subject = 'catalogue'").update();
  }

  /// A class is never taken away: components and cases may bear its code.
  void putClasses(List<ClassRow> rows) {
    batches.batchUpdate(
        """
        insert into asset.thing_class (
          edition, kind, code, major_zh, major_en, name_zh, name_en, valid_from, source, confidence)
        values (
          :edition, :kind, :code, :majorZh, :majorEn, :nameZh, :nameEn, :validFrom, :source,
          :confidence)
        on conflict (edition, kind, code) do update set
          major_zh = excluded.major_zh, major_en = excluded.major_en,
          name_zh = excluded.name_zh, name_en = excluded.name_en,
          valid_from = excluded.valid_from, source = excluded.source,
          confidence = excluded.confidence
        """,
        parameters(rows));
  }

  /// A row with a later `valid_from` closes the one before it; a row with the same date corrects
  /// it; what the file no longer has ends today.
  void putConditions(List<ConditionRow> rows, LocalDate today) {
    SqlParameterSource[] parameters = parameters(rows);
    batches.batchUpdate(
        """
        update asset.class_condition set valid_to = :validFrom
        where id = :id and valid_to is null and valid_from < :validFrom
        """,
        parameters);
    batches.batchUpdate(
        """
        insert into asset.class_condition (
          id, valid_from, edition, kind, class_code, ordinal, words_zh, words_en,
          limit_value, limit_unit, source, confidence)
        values (
          :id, :validFrom, :edition, :kind, :classCode, :ordinal, :wordsZh, :wordsEn,
          :limitValue, :limitUnit, :source, :confidence)
        on conflict (id, valid_from) do update set
          edition = excluded.edition, kind = excluded.kind, class_code = excluded.class_code,
          ordinal = excluded.ordinal, words_zh = excluded.words_zh, words_en = excluded.words_en,
          limit_value = excluded.limit_value, limit_unit = excluded.limit_unit,
          source = excluded.source, confidence = excluded.confidence
        """,
        parameters);
    jdbc.sql(
            """
            update asset.class_condition set valid_to = greatest(valid_from, :today)
            where valid_to is null and id <> all (:ids)
            """)
        .param("today", today)
        .param("ids", rows.stream().map(ConditionRow::id).toArray(String[]::new))
        .update();
  }

  /// What the file no longer has is no attribute any more; values that cards have stay.
  void putAttributes(List<AttributeRow> rows) {
    jdbc.sql("delete from asset.class_attribute where edition <> '*'").update();
    batches.batchUpdate(
        """
        insert into asset.class_attribute (
          edition, class_code, name, ordinal, name_zh, name_en, type, units, least, greatest,
          choices, source)
        values (
          :edition, :classCode, :name, :ordinal, :nameZh, :nameEn, :type, :units, :least,
          :greatest, :choices, :source)
        """,
        parameters(rows));
  }

  private static SqlParameterSource[] parameters(List<? extends Record> rows) {
    return rows.stream()
        .map(SimplePropertySqlParameterSource::new)
        .toArray(SqlParameterSource[]::new);
  }

  long revision() {
    return jdbc.sql("select value from asset.revision where subject = 'catalogue'")
        .query(Long.class)
        .single();
  }

  List<String> listEditions() {
    return jdbc.sql("select distinct edition from asset.thing_class order by edition")
        .query((row, _) -> row.getString("edition"))
        .list();
  }

  List<ThingClass> listClasses(String edition) {
    return jdbc.sql(
            """
            select * from asset.thing_class where edition = :edition order by kind, code
            """)
        .param("edition", edition)
        .query((row, _) -> toClass(row))
        .list();
  }

  List<DatedCondition> listConditions(String edition) {
    return jdbc.sql(
            """
            select * from asset.class_condition where edition = :edition
            order by ordinal, valid_from
            """)
        .param("edition", edition)
        .query((row, _) -> toCondition(row))
        .list();
  }

  private static ThingClass toClass(ResultSet row) throws SQLException {
    return new ThingClass(
        Kind.of(row.getString("kind")),
        row.getString("code"),
        row.getString("edition"),
        new LocalText(row.getString("major_zh"), row.getString("major_en")),
        new LocalText(row.getString("name_zh"), row.getString("name_en")));
  }

  private static DatedCondition toCondition(ResultSet row) throws SQLException {
    return new DatedCondition(
        new Condition(
            row.getString("id"),
            Kind.of(row.getString("kind")),
            row.getString("class_code"),
            new LocalText(row.getString("words_zh"), row.getString("words_en")),
            row.getInt("limit_value"),
            row.getString("limit_unit")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }
}
