package org.citygrid.asset.survey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes a staged survey into the register: what is new, what changed with its former card, and
/// the counts that low zooms of the map show. Each step is one statement over the whole survey.
@Repository
class Merge {
  private final JdbcClient jdbc;

  Merge(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long openSurvey(String format, String userName, Instant startedAt) {
    return jdbc.sql(
            """
            insert into asset.survey (format, user_name, started_at, inserted, updated, unchanged, rejected)
            values (:format, :userName, :startedAt, 0, 0, 0, 0)
            returning id
            """)
        .param("format", format)
        .param("userName", userName)
        .param("startedAt", utc(startedAt))
        .query(Long.class)
        .single();
  }

  /// The taking back of an import is one too.
  long openUndo(long survey, String userName, Instant startedAt) {
    return jdbc.sql(
            """
            insert into asset.survey
              (format, user_name, started_at, inserted, updated, unchanged, rejected, undoes)
            values ('undo', :userName, :startedAt, 0, 0, 0, 0, :survey)
            returning id
            """)
        .param("userName", userName)
        .param("startedAt", utc(startedAt))
        .param("survey", survey)
        .query(Long.class)
        .single();
  }

  /// What a survey does to the register.
  record Difference(long fresh, long changed) {}

  /// Lists in temporary tables the cards that the survey brings and those that it changes, and
  /// locks the latter. A survey that does not say since when keeps what the card says.
  Difference compare() {
    jdbc.sql(
            """
            create temporary table differing on commit drop as
            select s.code, c.code is null as fresh
            from staged s
            left join asset.component c using (code)
            where c.code is null or (c.competent_unit, c.owner_unit, c.maintenance_unit, c.cell_code,
                c.duty_grid_code, c.division_code, c.location, c.spec, c.dimensions, c.state,
                c.since, c.source, c.note, c.address, c.synthetic)
              is distinct from
                (s.competent_unit, s.owner_unit, s.maintenance_unit, s.cell_code,
                s.duty_grid_code, s.division_code, s.location, s.spec, s.dimensions, s.state,
                coalesce(s.since, c.since), s.source, s.note, s.address, s.synthetic)
            """)
        .update();
    long fresh = split("fresh", "where fresh");
    long changed = split("changed", "where not fresh");
    jdbc.sql(
            "select count(*) from (select from asset.component join changed using (code) for update of component) locked")
        .query(Long.class)
        .single();
    return new Difference(fresh, changed);
  }

  private long split(String name, String which) {
    long rows =
        jdbc.sql(
                "create temporary table %s on commit drop as select code from differing %s"
                    .formatted(name, which))
            .update();
    jdbc.sql("analyze " + name).update();
    return rows;
  }

  /// Lists in a temporary table what a survey of the whole no longer found: cards of its classes,
  /// in its divisions, that still stood.
  long findMissing(long survey) {
    return jdbc.sql(
            """
            with missing as (
              select c.code
              from asset.component c
              where c.class_code in (select distinct class_code from staged)
                and c.division_code in (
                  select distinct division_code from staged where division_code is not null)
                and c.state in ('intact', 'damaged')
                and not exists (select from staged s where s.code = c.code)
              for update of c
            )
            insert into asset.survey_missing (survey_id, code) select :survey, code from missing
            """)
        .param("survey", survey)
        .update();
  }

  /// What a survey of the whole no longer found is lost; its card stays, and tells since when.
  void loseMissing(long survey, String userName, Instant at) {
    jdbc.sql(
            """
            insert into asset.component_version (code, version, changed_at, changed_by, survey_id, card)
            select code, version, changed_at, changed_by, c.survey_id, asset.card_of(c)
            from asset.component c
            where code in (select code from asset.survey_missing where survey_id = :survey)
            """)
        .param("survey", survey)
        .update();
    jdbc.sql(
            """
            update asset.component
            set state = 'lost', version = version + 1, changed_at = :at, changed_by = :userName,
              survey_id = :survey
            where code in (select code from asset.survey_missing where survey_id = :survey)
            """)
        .param("survey", survey)
        .param("userName", userName)
        .param("at", utc(at))
        .update();
  }

  /// Notes which counts the survey touches: those of the places it fills and of those it empties.
  void findTouchedPlaces() {
    jdbc.sql(
            """
            create temporary table touched on commit drop as
            select asset.count_place(s.cell_code, s.location) as place
            from staged s join differing using (code)
            union
            select asset.count_place(c.cell_code, c.location)
            from asset.component c join changed using (code)
            """)
        .update();
  }

  void keepFormerCards() {
    jdbc.sql(
            """
            insert into asset.component_version (code, version, changed_at, changed_by, survey_id, card)
            select code, version, changed_at, changed_by, survey_id, asset.card_of(c)
            from asset.component c join changed using (code)
            """)
        .update();
  }

  void update(long survey, String edition, String userName, Instant at) {
    jdbc.sql(
            """
            update asset.component c set
              edition = :edition, competent_unit = s.competent_unit, owner_unit = s.owner_unit,
              maintenance_unit = s.maintenance_unit, cell_code = s.cell_code,
              duty_grid_code = s.duty_grid_code, division_code = s.division_code,
              location = s.location, spec = s.spec, dimensions = s.dimensions, state = s.state,
              since = coalesce(s.since, c.since), source = s.source, note = s.note,
              address = s.address, synthetic = s.synthetic,
              version = c.version + 1, changed_at = :at, changed_by = :userName, survey_id = :survey
            from staged s join changed using (code)
            where c.code = s.code
            """)
        .param("survey", survey)
        .param("edition", edition)
        .param("userName", userName)
        .param("at", utc(at))
        .update();
  }

  /// Rows go in by code, so that neighbours in the table are neighbours in its index.
  long insert(long survey, String edition, String userName, Instant at, LocalDate today) {
    return jdbc.sql(
            """
            insert into asset.component (
              code, edition, competent_unit, owner_unit, maintenance_unit, cell_code,
              duty_grid_code, division_code, location, spec, dimensions, state, since, source, note,
              address, synthetic, changed_at, changed_by, survey_id)
            select code, :edition, competent_unit, owner_unit, maintenance_unit, cell_code,
              duty_grid_code, division_code, location, spec, dimensions, state,
              coalesce(since, :today), source, note, address, synthetic, :at, :userName, :survey
            from staged s join fresh using (code)
            order by code
            """)
        .param("survey", survey)
        .param("edition", edition)
        .param("userName", userName)
        .param("at", utc(at))
        .param("today", today)
        .update();
  }

  void countAgain() {
    jdbc.sql("select asset.count_again(array(select place from touched))")
        .query((row, _) -> "")
        .single();
  }

  void closeSurvey(long survey, SurveyResult result) {
    jdbc.sql(
            """
            update asset.survey
            set inserted = :inserted, updated = :updated, unchanged = :unchanged, rejected = :rejected
            where id = :survey
            """)
        .param("survey", survey)
        .param("inserted", result.inserted())
        .param("updated", result.updated())
        .param("unchanged", result.unchanged())
        .param("rejected", result.rejectedCount())
        .update();
  }

  void raiseRevision() {
    jdbc.sql("select asset.note_change()").query(Long.class).single();
  }

  private static OffsetDateTime utc(Instant at) {
    return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
