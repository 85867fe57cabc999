package org.citygrid.asset.survey;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.citygrid.platform.setting.TownClock;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a whole import back: what it changed becomes a further version that says what was there
/// before, and what only it brought is gone. The numbers of its codes stay used.
@Service
public class SurveyUndo {
  private final Session session;
  private final Merge merge;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final TownClock clock;

  SurveyUndo(
      Session session,
      Merge merge,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      TownClock clock) {
    this.session = session;
    this.merge = merge;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// @throws UndoRefused when a card was changed since, or something hangs on one
  public void undo(long survey, String userName) {
    try {
      transaction.executeWithoutResult(_ -> undoWithin(survey, userName));
    } catch (DataIntegrityViolationException hanging) {
      throw new UndoRefused(
          "Something was attached to a card that this import brought (a photo, a relation, a proposal), so it cannot be taken back.",
          hanging);
    }
    session.analyzeRegister();
  }

  private void undoWithin(long survey, String userName) {
    session.begin(Watch.NOBODY);
    refuseIfChangedSince(survey);
    Instant at = clock.instant();
    long undoing = merge.openUndo(survey, userName, at);
    jdbc.sql(
            """
            create temporary table undone on commit drop as
            select c.code, c.version, asset.count_place(c.cell_code, c.location) as place
            from asset.component c where c.survey_id = :survey
            """)
        .param("survey", survey)
        .update();
    jdbc.sql("create temporary table touched on commit drop as select place from undone").update();
    long removed = remove();
    long restored = restore(undoing, userName, at);
    jdbc.sql(
            """
            insert into touched
            select asset.count_place(c.cell_code, c.location)
            from asset.component c join undone using (code)
            """)
        .update();
    if (removed + restored > 0) {
      merge.countAgain();
      merge.raiseRevision();
    }
    jdbc.sql("update asset.survey set undone_at = :at where id = :survey")
        .param("at", utc(at))
        .param("survey", survey)
        .update();
    jdbc.sql("update asset.survey set updated = :restored where id = :undoing")
        .param("restored", restored)
        .param("undoing", undoing)
        .update();
  }

  private void refuseIfChangedSince(long survey) {
    long changed =
        jdbc.sql("select count(*) from asset.component_version where survey_id = :survey")
            .param("survey", survey)
            .query(Long.class)
            .single();
    if (changed > 0) {
      String first =
          jdbc.sql("select min(code) from asset.component_version where survey_id = :survey")
              .param("survey", survey)
              .query(String.class)
              .single();
      throw new UndoRefused(
          "%d cards that this import wrote were changed since (%s first), so it cannot be taken back."
              .formatted(changed, first));
    }
  }

  private long remove() {
    return jdbc.sql(
            """
            delete from asset.component c using undone u
            where c.code = u.code and u.version = 1
            """)
        .update();
  }

  /// The former card, field by field. What a card is made of stands in asset.card_of; a field that
  /// is added there is added here.
  private long restore(long undoing, String userName, Instant at) {
    jdbc.sql(
            """
            insert into asset.component_version (code, version, changed_at, changed_by, survey_id, card)
            select c.code, c.version, c.changed_at, c.changed_by, c.survey_id, asset.card_of(c)
            from asset.component c join undone u using (code)
            where u.version > 1
            """)
        .update();
    return jdbc.sql(
            """
            update asset.component c set
              edition = card->>'edition', competent_unit = card->>'competentUnit',
              owner_unit = card->>'ownerUnit', maintenance_unit = card->>'maintenanceUnit',
              cell_code = card->>'cellCode', duty_grid_code = card->>'dutyGridCode',
              division_code = card->>'divisionCode',
              location = ST_SetSRID(ST_GeomFromGeoJSON(card->'location'), 4490),
              spec = card->>'spec', dimensions = coalesce(card->'dimensions', '[]'),
              state = card->>'state', since = (card->>'since')::date, source = card->>'source',
              note = card->>'note', address = card->>'address',
              synthetic = (card->>'synthetic')::boolean,
              version = c.version + 1, changed_at = :at, changed_by = :userName, survey_id = :undoing
            from undone u
            join asset.component_version former
              on former.code = u.code and former.version = u.version - 1
            where c.code = u.code and u.version > 1
            """)
        .param("undoing", undoing)
        .param("userName", userName)
        .param("at", utc(at))
        .update();
  }

  private static OffsetDateTime utc(Instant at) {
    return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
