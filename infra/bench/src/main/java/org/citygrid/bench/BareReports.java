package org.citygrid.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// The row of a report that came over HTTP, inserted bare: by `pgbench`, one a commit, into a table
/// with the same columns and indexes.
final class BareReports {
  private final Rig rig;

  BareReports(Rig rig) {
    this.rig = rig;
  }

  /// A script with the newest report's row; only its keys and times are new each time.
  Path script() throws Exception {
    try (var connection = rig.connect()) {
      Rig.execute(connection, "drop schema if exists bare cascade");
      Rig.execute(connection, "create schema bare");
      Rig.execute(connection, "create table bare.report (like intake.report including all)");
      String row =
          Rig.text(
              connection,
              """
              select string_agg(
                case
                  when name = 'report_id' then 'gen_random_uuid()'
                  when name = 'receipt' then 'substr(md5(random()::text), 1, 17)'
                  when type = 'timestamptz'::regtype then 'now()'
                  else quote_nullable(value #>> '{}') || '::' || type::regtype end, ', ' order by n)
              from (
                select attname as name, atttypid as type, attnum as n,
                  case when atttypid = 'text[]'::regtype then '"{}"'::jsonb else nullif(newest.row -> attname, 'null') end
                    as value
                from pg_attribute, (
                  select to_jsonb(r) as row from intake.report r order by received_at desc limit 1) newest
                where attrelid = 'intake.report'::regclass and attnum > 0 and not attisdropped) field
              """);
      if (row == null) {
        throw new NotMeasured("no report has come in yet");
      }
      Path file = rig.folder().resolve("report.pgbench");
      Files.writeString(file, "insert into bare.report values (" + row + ");\n");
      return file;
    }
  }

  void empty() throws SQLException {
    try (var connection = rig.connect()) {
      Rig.execute(connection, "truncate bare.report");
    }
    rig.checkpoint();
  }
}
