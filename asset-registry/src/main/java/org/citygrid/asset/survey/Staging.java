package org.citygrid.asset.survey;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.citygrid.asset.column.Reject;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/// The table in which a survey waits to be judged as a whole. It is temporary: only this
/// transaction sees it, nothing of it is logged, and it is gone afterwards.
@Repository
class Staging {
  private final DataSource database;
  private final JdbcClient jdbc;

  Staging(DataSource database, JdbcClient jdbc) {
    this.database = database;
    this.jdbc = jdbc;
  }

  void create() {
    jdbc.sql(
            """
            create temporary table staged (
              line bigint not null,
              code text collate "C",
              county text not null,
              class_code text collate "C" not null,
              competent_unit text,
              owner_unit text not null,
              maintenance_unit text,
              cell_code text collate "C",
              duty_grid_code text collate "C",
              division_code text collate "C",
              location geometry not null,
              spec text,
              dimensions jsonb not null,
              state text not null,
              since date,
              source text,
              note text,
              address text,
              synthetic boolean not null
            ) on commit drop
            """)
        .update();
  }

  /// Streams rows into the table. While it lasts, nothing else may use the transaction's
  /// connection.
  void fill(Pipeline.Producer producer) throws IOException, SQLException {
    Connection connection = DataSourceUtils.getConnection(database);
    try {
      Pipeline.run(
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy staged from stdin with (format binary)"),
          producer);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }

  static void write(CopyBinary rows, StagedRow row) {
    rows.row(19)
        .value(row.line())
        .value(row.code())
        .value(row.county())
        .value(row.classCode())
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
        .value(row.since())
        .value(row.source())
        .value(row.note())
        .value(row.address())
        .value(row.synthetic());
  }

  /// Takes out every row whose code stood in an earlier line already, and tells which they were.
  List<Reject> removeDuplicates() {
    return hasDuplicates() ? removeThem() : List.of();
  }

  private boolean hasDuplicates() {
    return jdbc.sql(
            """
            select exists (
              select from staged where code is not null group by code having count(*) > 1)
            """)
        .query(Boolean.class)
        .single();
  }

  private List<Reject> removeThem() {
    return jdbc.sql(
            """
            with ranked as (
              select ctid as row, line, code, first_value(line) over same as first_line,
                row_number() over same as nth
              from staged where code is not null
              window same as (partition by code order by line)
            ),
            removed as (
              delete from staged s using ranked r where s.ctid = r.row and r.nth > 1
              returning r.line, r.code, r.first_line
            )
            select line, code, first_line from removed order by line
            """)
        .query((row, _) ->
            Reject.of(
                row.getLong("line"),
                "code",
                row.getString("code"),
                "stands in line " + row.getLong("first_line") + " already"))
        .list();
  }

  /// A row without a code is the component of its class that stands at its very place, if one does:
  /// the same file twice must not make two. Where several stand at one place, they pair off in
  /// order.
  void recognise() {
    jdbc.sql(
            """
            with nameless as (
              select ctid as row, class_code, location,
                row_number() over (partition by class_code, location order by line) as nth
              from staged where code is null
            ),
            standing as (
              select c.code, c.class_code, c.location,
                row_number() over (partition by c.class_code, c.location order by c.code) as nth
              from asset.component c
              where exists (
                  select from nameless n
                  where n.class_code = c.class_code and n.location = c.location)
                and not exists (select from staged s where s.code = c.code)
            )
            update staged s set code = standing.code
            from nameless n
            join standing using (class_code, location, nth)
            where s.ctid = n.row
            """)
        .update();
  }

  /// How many codes are to be issued, by county and class.
  record Wanted(String county, String classCode, int count) {}

  List<Wanted> listWanted() {
    return jdbc.sql(
            """
            select county, class_code, count(*) as count from staged where code is null
            group by county, class_code order by county, class_code
            """)
        .query((row, _) ->
            new Wanted(row.getString("county"), row.getString("class_code"), row.getInt("count")))
        .list();
  }

  /// Gives the numbers `first` … to the first `count` rows that still lack a code, in file order.
  void number(String county, String classCode, int first, int count) {
    jdbc.sql(
            """
            update staged s
            set code = :county || :classCode || lpad((:first + n.nth - 1)::text, 6, '0')
            from (
              select ctid as row, row_number() over (order by line) as nth
              from staged
              where code is null and county = :county and class_code = :classCode
              order by line limit :count
            ) n
            where s.ctid = n.row
            """)
        .param("county", county)
        .param("classCode", classCode)
        .param("first", first)
        .param("count", count)
        .update();
  }

  /// Numbers that the survey brought along are used up: none of them is issued later.
  void reserveNumbers() {
    jdbc.sql(
            """
            insert into asset.code_block (county, class_code, first_number, last_number, last_issued)
            select distinct left(code, 6), class_code, 1, 999999, 0
            from staged s
            where code is not null and not exists (
              select from asset.code_block b
              where b.county = left(s.code, 6) and b.class_code = s.class_code)
            on conflict do nothing
            """)
        .update();
    jdbc.sql(
            """
            update asset.code_block b set last_issued = used.number
            from (
              select b.county, b.class_code, b.first_number, max(right(s.code, 6)::integer) as number
              from staged s
              join asset.code_block b
                on b.county = left(s.code, 6) and b.class_code = s.class_code
                and right(s.code, 6)::integer between b.first_number and b.last_number
              where s.code is not null
              group by b.county, b.class_code, b.first_number
            ) used
            where (b.county, b.class_code, b.first_number)
                = (used.county, used.class_code, used.first_number)
              and b.last_issued < used.number
            """)
        .update();
  }

  /// Tells the planner what it now holds.
  void analyze() {
    jdbc.sql("analyze staged").update();
  }

  long count() {
    return jdbc.sql("select count(*) from staged").query(Long.class).single();
  }
}
