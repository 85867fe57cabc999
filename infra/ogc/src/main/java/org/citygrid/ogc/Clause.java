package org.citygrid.ogc;

import java.util.ArrayList;
import java.util.List;

/// A piece of SQL with a question mark for every value. Values never become part of the text.
public record Clause(String sql, List<Object> values) {
  public static final Clause TRUE = new Clause("true", List.of());

  public Clause {
    values = List.copyOf(values);
  }

  public static Clause of(String sql, Object... values) {
    return new Clause(sql, List.of(values));
  }

  /// Both hold.
  public Clause and(Clause other) {
    if (sql.equals("true")) {
      return other;
    }
    return other.sql.equals("true")
        ? this
        : new Clause(sql + "\n  and " + other.sql, joined(values, other.values));
  }

  /// This text and then that, with the values of both in that order.
  public Clause then(Clause other) {
    return new Clause(sql + other.sql, joined(values, other.values));
  }

  private static List<Object> joined(List<Object> first, List<Object> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
