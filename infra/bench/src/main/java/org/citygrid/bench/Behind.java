package org.citygrid.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// Two sets of tables of cases and reports that change places under the running program: one with
/// millions of cases behind, one without. What comes in while they are compared stays in both, so
/// that their today is alike and only their past differs.
final class Behind {
  private static final List<String> SCHEMAS = List.of("dispatch", "intake");

  private final Rig rig;
  private boolean many;

  Behind(Rig rig) {
    this.rig = rig;
  }

  /// Makes the large set and puts it aside; the program ends and starts again for it.
  void make() throws Exception {
    rig.door();
    rig.close();
    try (var connection = rig.connect()) {
      CaseMass.load(connection, rig.wish().cases());
      CaseMass.loadReports(connection);
      for (String schema : SCHEMAS) {
        Rig.execute(connection, "alter schema %s rename to %s_aside".formatted(schema, schema));
      }
    }
    rig.checkpoint();
    rig.app(Map.of());
  }

  /// The set without a past, as it was left. Nobody may be at work.
  void few() throws SQLException {
    if (many) {
      swap();
    }
    rig.checkpoint();
  }

  /// The set without a past, emptied. Nobody may be at work.
  void none() throws SQLException {
    if (many) {
      swap();
    }
    try (var connection = rig.connect()) {
      connection.setAutoCommit(false);
      // The fold takes its latch first and then table after table: whoever wants them all waits for
      // it.
      Rig.execute(connection, "lock table dispatch.figure_fold in access exclusive mode");
      Rig.execute(
          connection,
          """
          truncate dispatch.city_case, dispatch.case_move, dispatch.case_number, dispatch.figure, dispatch.figure_spot, intake.report,
            intake.case_step, intake.field_task cascade
          """);
      connection.commit();
    }
    rig.checkpoint();
  }

  /// The set with a past, as it was left. Nobody may be at work.
  void many() throws SQLException {
    if (!many) {
      swap();
    }
    rig.checkpoint();
  }

  private void swap() throws SQLException {
    try (var connection = rig.connect()) {
      connection.setAutoCommit(false);
      for (String schema : SCHEMAS) {
        Rig.execute(connection, "alter schema %s rename to %s_leaving".formatted(schema, schema));
        Rig.execute(connection, "alter schema %s_aside rename to %s".formatted(schema, schema));
        Rig.execute(
            connection, "alter schema %s_leaving rename to %s_aside".formatted(schema, schema));
      }
      connection.commit();
    }
    many = !many;
  }
}
