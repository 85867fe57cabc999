package org.citygrid.asset.survey;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/// The first census: an empty register is not merged into. Its cards are written into a table of
/// their own as they are read, indexed there, and attached to the register as its one partition.
/// Readers wait only for that last instant.
@Repository
class FirstCensus {
  private static final int TRIES = 20;

  private final DataSource database;
  private final JdbcClient jdbc;

  FirstCensus(DataSource database, JdbcClient jdbc) {
    this.database = database;
    this.jdbc = jdbc;
  }

  /// What every card of a census has in common.
  record Stamp(long survey, String edition, String userName, Instant at, LocalDate today) {
    String table() {
      return "asset.component_" + survey;
    }
  }

  boolean isRegisterEmpty() {
    return !jdbc.sql("select exists (select from asset.component)").query(Boolean.class).single();
  }

  CodeCounters readCounters() {
    CodeCounters counters = new CodeCounters();
    jdbc.sql(
            """
            select county, class_code, first_number, last_number, last_issued from asset.code_block
            order by county, class_code, first_number
            """)
        .query(row -> {
          counters.add(
              row.getString("county"),
              row.getString("class_code"),
              row.getInt("first_number"),
              row.getInt("last_number"),
              row.getInt("last_issued"));
        });
    return counters;
  }

  /// Fills a new table as its rows come. While it lasts, nothing else may use the transaction's
  /// connection.
  void fill(Stamp stamp, Pipeline.Producer producer) throws IOException, SQLException {
    jdbc.sql(
            """
            create table %s (
              like asset.component including defaults including constraints including generated
                including storage
            ) with (fillfactor = 95, autovacuum_vacuum_scale_factor = 0.05,
              autovacuum_analyze_scale_factor = 0.02)
            """
                .formatted(stamp.table()))
        .update();
    Connection connection = DataSourceUtils.getConnection(database);
    try {
      Pipeline.run(
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn(
                  """
                  copy %s (code, edition, competent_unit, owner_unit, maintenance_unit, cell_code,
                    duty_grid_code, division_code, location, spec, dimensions, state, since, source, note,
                    address, synthetic, changed_at, changed_by, survey_id)
                  from stdin with (format binary, freeze)
                  """
                      .formatted(stamp.table())),
          producer);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }

  static void write(CopyBinary rows, StagedRow row, String code, Stamp stamp) {
    rows.row(20)
        .value(code)
        .value(stamp.edition())
        .value(row.competentUnit())
        .value(row.ownerUnit())
        .value(row.maintenanceUnit())
        .value(row.cellCode())
        .value(row.dutyGridCode())
        .value(row.divisionCode())
        .value(row.location())
        .value(row.spec())
        .json(row.dimensions())
        .value(row.state())
        .value(row.since() == null ? stamp.today() : row.since())
        .value(row.source())
        .value(row.note())
        .value(row.address())
        .value(row.synthetic())
        .value(stamp.at())
        .value(stamp.userName())
        .value(stamp.survey());
  }

  /// Builds every index and foreign key that the register has, so that attaching builds none.
  void index(Stamp stamp, Watch watch) {
    List<String> makings =
        jdbc.sql(
                """
                select case when i.indisprimary
                  then 'alter table ' || :table || ' add primary key (code)'
                  else regexp_replace(pg_get_indexdef(i.indexrelid),
                    'INDEX \\S+ ON (ONLY )?asset\\.component ', 'INDEX ON ' || :table || ' ')
                  end as making
                from pg_index i where i.indrelid = 'asset.component'::regclass
                union all
                select 'alter table ' || :table || ' add ' || pg_get_constraintdef(f.oid)
                from pg_constraint f
                where f.conrelid = 'asset.component'::regclass and f.contype = 'f'
                """)
            .param("table", stamp.table())
            .query((row, _) -> row.getString(1))
            .list();
    for (String making : makings) {
      watch.phase(Watch.Phase.INDEXING);
      jdbc.sql(making).update();
    }
    jdbc.sql("select asset.count_all(:table::regclass)")
        .param("table", stamp.table())
        .query((row, _) -> "")
        .single();
  }

  /// Puts the new table in the empty one's place.
  ///
  /// @return false when the register is not empty any more, or somebody else was given codes
  boolean attach(Stamp stamp, CodeCounters counters) {
    for (int i = 1; ; i++) {
      try {
        return attachOnce(stamp, counters);
      } catch (SQLException busy) {
        boolean again = List.of("55P03", "40P01").contains(busy.getSQLState()) && i < TRIES;
        if (!again) {
          throw new IllegalStateException("the register could not be put in place", busy);
        }
        pause();
      }
    }
  }

  private boolean attachOnce(Stamp stamp, CodeCounters counters) throws SQLException {
    Connection connection = DataSourceUtils.getConnection(database);
    Savepoint before = connection.setSavepoint();
    try (var sql = connection.createStatement()) {
      sql.execute("set local lock_timeout = '5s'");
      sql.execute("lock table asset.code_block in exclusive mode");
      sql.execute("lock table asset.component in access exclusive mode");
      if (!isRegisterEmpty() || !isAsBefore(counters)) {
        return false;
      }
      for (String partition : partitions()) {
        sql.execute("alter table asset.component detach partition " + partition);
        sql.execute("drop table " + partition);
      }
      sql.execute(
          "alter table asset.component attach partition "
              + stamp.table()
              + " for values from (minvalue) to (maxvalue)");
      write(counters);
      sql.execute("set local lock_timeout = 0");
      return true;
    } catch (SQLException busy) {
      connection.rollback(before);
      throw busy;
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }

  private List<String> partitions() {
    return jdbc.sql(
            """
            select inhrelid::regclass::text from pg_inherits
            where inhparent = 'asset.component'::regclass
            """)
        .query((row, _) -> row.getString(1))
        .list();
  }

  /// Whether nobody else took a number since the counters were read.
  private boolean isAsBefore(CodeCounters counters) {
    CodeCounters now = readCounters();
    return counters.isBasedOn(now);
  }

  private void write(CodeCounters counters) {
    counters.forEach((county, classCode, block) -> {
      if (block.isNew()) {
        jdbc.sql(
                """
                insert into asset.code_block (county, class_code, first_number, last_number, last_issued)
                values (:county, :classCode, 1, 999999, :issued)
                """)
            .param("county", county)
            .param("classCode", classCode)
            .param("issued", block.issued())
            .update();
      } else if (block.issued() != block.issuedBefore()) {
        jdbc.sql(
                """
                update asset.code_block set last_issued = :issued
                where county = :county and class_code = :classCode and first_number = :first
                """)
            .param("county", county)
            .param("classCode", classCode)
            .param("first", block.first())
            .param("issued", block.issued())
            .update();
      }
    });
  }

  private static void pause() {
    try {
      Thread.sleep(100 + ThreadLocalRandom.current().nextInt(400));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new SurveyCancelled();
    }
  }
}
