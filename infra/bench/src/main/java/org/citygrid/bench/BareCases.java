package org.citygrid.bench;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/// The rows that a run has left in the table of cases, copied bare into a table with the same
/// columns and indexes, a thousand a commit.
final class BareCases {
  private static final int COMMIT = 1_000;

  private final Rig rig;

  BareCases(Rig rig) {
    this.rig = rig;
  }

  /// Rows in a second.
  double copy() throws Exception {
    try (var connection = rig.connect()) {
      Rig.execute(connection, "drop schema if exists bare cascade");
      Rig.execute(connection, "create schema bare");
      Rig.execute(
          connection, "create table bare.city_case (like dispatch.city_case including all)");
      var copying = connection.unwrap(PGConnection.class).getCopyAPI();
      String columns = columns();
      var kept = new ByteArrayOutputStream();
      copying.copyOut("copy (select " + columns + " from dispatch.city_case) to stdout", kept);
      List<String> rows = kept.toString(java.nio.charset.StandardCharsets.UTF_8).lines().toList();
      rig.checkpoint();
      long start = System.nanoTime();
      for (int from = 0; from < rows.size(); from += COMMIT) {
        String some =
            String.join("\n", rows.subList(from, Math.min(rows.size(), from + COMMIT))) + "\n";
        copying.copyIn("copy bare.city_case (" + columns + ") from stdin", new StringReader(some));
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      Rig.execute(connection, "drop schema bare cascade");
      return rows.size() / seconds;
    }
  }

  private String columns() throws SQLException {
    try (var connection = rig.connect()) {
      return Rig.text(
          connection,
          """
          select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
          where attrelid = 'dispatch.city_case'::regclass and attnum > 0 and not attisdropped
            and attgenerated = ''
          """);
    }
  }
}
