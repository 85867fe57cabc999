package org.citygrid.devservices;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Pattern;

/// A running PostgreSQL server with PostGIS, and the right to make databases in it.
///
/// @param address `host:port`
/// @param superuserPassword of the role `postgres`; the application never sees it
/// @param password of the role `citygrid`, which owns every database made here
public record PostGis(String address, String superuserPassword, String password) {

  /// The role that owns the databases: may do everything inside them, nothing outside.
  static final String OWNER = "citygrid";

  private static final String TEMPLATE = "citygrid_template";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,50}");

  /// A fresh, empty database with PostGIS; one of the same name is dropped first, whoever uses it.
  ///
  /// @param name lower-case letters, digits and underscores, by custom the module's own name
  public Database createDatabase(String name) {
    try (var connection = connect("postgres")) {
      execute(connection, "drop database if exists " + checked(name) + " with (force)");
      copyTemplate(connection, name);
    } catch (SQLException e) {
      throw new ServiceFailure("Database " + name + " could not be made at " + address, e);
    }
    return database(name);
  }

  /// The database of that name, made on first sight and left as it is afterwards.
  Database keepDatabase(String name) {
    try (var connection = connect("postgres")) {
      if (!exists(connection, "select 1 from pg_database where datname = ?", checked(name))) {
        copyTemplate(connection, name);
      }
    } catch (SQLException e) {
      throw new ServiceFailure("Database " + name + " could not be made at " + address, e);
    }
    return database(name);
  }

  /// Makes the owner and the template with PostGIS in it, once a server; safe to repeat.
  PostGis prepare() {
    try (var connection = connect("postgres")) {
      if (!exists(connection, "select 1 from pg_roles where rolname = ?", OWNER)) {
        execute(connection, "create role " + OWNER + " login");
      }
      execute(connection, "alter role " + OWNER + " password '" + password + "'");
      if (!exists(connection, "select 1 from pg_database where datname = ?", TEMPLATE)) {
        execute(connection, "create database " + TEMPLATE);
      }
    } catch (SQLException e) {
      throw new ServiceFailure("PostgreSQL at " + address + " could not be prepared", e);
    }
    try (var connection = connect(TEMPLATE)) {
      execute(connection, "create extension if not exists postgis");
    } catch (SQLException e) {
      throw new ServiceFailure("PostgreSQL at " + address + " has no PostGIS to load", e);
    }
    return this;
  }

  private Database database(String name) {
    return new Database(url(name), OWNER, password);
  }

  private String url(String database) {
    return "jdbc:postgresql://" + address + "/" + database;
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", superuserPassword);
  }

  private static void copyTemplate(Connection connection, String name) throws SQLException {
    execute(connection, "create database " + name + " template " + TEMPLATE + " owner " + OWNER);
  }

  private static boolean exists(Connection connection, String sql, String value)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A database is named by lower-case letters, digits and underscores, not '" + name + "'");
    }
    return name;
  }

  @Override
  public String toString() {
    return "PostGis[" + address + "]";
  }
}
