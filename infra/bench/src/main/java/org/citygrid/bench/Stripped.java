package org.citygrid.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Tables without their keys, indexes and triggers, so that rows by the million go in quickly; all
/// of it is built again afterwards, and checked.
final class Stripped {
  private final Connection connection;
  private final List<String> again = new ArrayList<>();

  /// @param tables with their schema
  static Stripped of(Connection connection, List<String> tables) throws SQLException {
    var stripped = new Stripped(connection);
    for (String table : tables) {
      Rig.execute(connection, "alter table " + table + " disable trigger user");
      stripped.again.add("alter table " + table + " enable trigger user");
    }
    String names = "'" + String.join("'::regclass, '", tables) + "'::regclass";
    stripped.drop(FOREIGN_KEYS.formatted(names, names));
    stripped.drop(KEYS.formatted(names));
    stripped.drop(INDEXES.formatted(names));
    return stripped;
  }

  private Stripped(Connection connection) {
    this.connection = connection;
  }

  /// Indexes first, then keys, then what refers to keys.
  void restore() throws SQLException {
    for (String statement : again.reversed()) {
      Rig.execute(connection, statement);
    }
  }

  /// @param question pairs of statements: what takes away, what brings back
  private void drop(String question) throws SQLException {
    List<String> away = new ArrayList<>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      while (rows.next()) {
        away.add(rows.getString(1));
        again.add(rows.getString(2));
      }
    }
    for (String statement : away) {
      Rig.execute(connection, statement);
    }
  }

  private static final String FOREIGN_KEYS =
      """
      select
        format('alter table %%s drop constraint %%I', conrelid::regclass, conname),
        format('alter table %%s add constraint %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid))
      from pg_constraint
      where contype = 'f' and (conrelid in (%s) or confrelid in (%s))
      order by conname
      """;

  private static final String KEYS =
      """
      select
        format('alter table %%s drop constraint %%I', conrelid::regclass, conname),
        format('alter table %%s add constraint %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid))
      from pg_constraint
      where contype in ('p', 'u') and conrelid in (%s)
      order by conname
      """;

  private static final String INDEXES =
      """
      select format('drop index %%s', indexrelid::regclass), pg_get_indexdef(indexrelid)
      from pg_index
      where indrelid in (%s)
      order by indexrelid
      """;
}
