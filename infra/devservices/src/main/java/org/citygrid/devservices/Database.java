package org.citygrid.devservices;

/// How to reach one database: what a data source needs, and nothing else.
///
/// @param url JDBC URL of a database that has the `postgis` extension
/// @param user owner of the database, not a superuser
public record Database(String url, String user, String password) {

  @Override
  public String toString() {
    return user + "@" + url;
  }
}
