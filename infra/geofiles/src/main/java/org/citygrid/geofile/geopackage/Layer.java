package org.citygrid.geofile.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citygrid.geofile.Column;
import org.citygrid.geofile.UnreadableFile;
import org.jspecify.annotations.Nullable;

/// A table of a GeoPackage: its columns, which of them is the geometry, and in which system. A
/// primary key called `fid` is the table's own affair and no column.
///
/// @param geometry null in a table of attributes alone
/// @param srs of `gpkg_spatial_ref_sys`; −1 and 0 mean that nobody knows
record Layer(String table, @Nullable String geometry, int srs, List<Column> columns) {

  static List<String> names(Connection db) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = db.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select table_name
                from gpkg_contents
                where data_type in ('features', 'attributes')
                order by data_type desc, rowid
                """)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  static Layer find(Connection db, String table) throws SQLException {
    @Nullable String geometry = null;
    int srs = -1;
    try (PreparedStatement query =
        db.prepareStatement(
            """
            select column_name, srs_id
            from gpkg_geometry_columns
            where lower(table_name) = lower(?)
            """)) {
      query.setString(1, table);
      try (ResultSet row = query.executeQuery()) {
        if (row.next()) {
          geometry = row.getString(1);
          srs = row.getInt(2);
        }
      }
    }
    return new Layer(table, geometry, srs, columns(db, table, geometry));
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /// All columns, the geometry last.
  String select() {
    StringBuilder sql = new StringBuilder("select ");
    columns.forEach(column -> sql.append(quoted(column.name())).append(", "));
    sql.append(geometry == null ? "null" : quoted(geometry));
    return sql.append(" from ").append(quoted(table)).toString();
  }

  private static List<Column> columns(Connection db, String table, @Nullable String geometry)
      throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement query =
        db.prepareStatement("select name, type, pk from pragma_table_info(?)")) {
      query.setString(1, table);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String name = row.getString(1);
          boolean counter = row.getInt(3) > 0 && name.matches("(?i)(ogc_)?fid");
          if (!counter && !name.equalsIgnoreCase(geometry)) {
            columns.add(new Column(name, type(row.getString(2))));
          }
        }
      }
    }
    if (columns.isEmpty() && geometry == null) {
      throw new UnreadableFile(
          "the GeoPackage speaks of a table \"" + table + "\" that it does not have");
    }
    return columns;
  }

  private static Column.Type type(@Nullable String declared) {
    String type = declared == null ? "" : declared.toUpperCase(Locale.ROOT).replaceAll("\\(.*", "");
    return switch (type) {
      case "BOOLEAN" -> Column.Type.BOOLEAN;
      case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT" -> Column.Type.INTEGER;
      case "FLOAT", "DOUBLE", "REAL", "NUMERIC" -> Column.Type.DECIMAL;
      case "DATE" -> Column.Type.DATE;
      case "DATETIME" -> Column.Type.INSTANT;
      default -> Column.Type.TEXT;
    };
  }
}
