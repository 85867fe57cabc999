package org.citygrid.ogc.features;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citygrid.ogc.Clause;
import org.citygrid.ogc.OgcCollection;
import org.citygrid.ogc.Property;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.RowMapper;

/// Reads features page by page.
///
/// Pages follow the key, so a page far in costs what the first does. A narrowed question is first
/// looked up as a whole, up to a bound: a small box is then answered by its own index and sorted,
/// and its number is known. Beyond the bound the features lie so close that walking along the key
/// finds a page soon; how many there are stays unsaid, for counting them would read them all.
final class FeatureTable {
  static final int COUNTED_AT_MOST = 10_000;
  private static final int PATIENCE_SECONDS = 20;

  /// Never read. That a function is named which must not run in parallel keeps PostgreSQL from
  /// starting workers, which take longer to start than a page takes to find.
  private static final String ALONE =
      "with alone as (select set_config('citygrid.alone', 'on', true))";

  private final JdbcTemplate jdbc;
  private final Facts facts;
  private final Map<Shown, String> columns = new ConcurrentHashMap<>();

  FeatureTable(JdbcTemplate jdbc, Facts facts) {
    this.jdbc = jdbc;
    this.facts = facts;
  }

  Page page(Selection asked) {
    int limit = asked.limit().orElse(Question.DEFAULT_LIMIT);
    if (!asked.narrowed()) {
      Read read = walk(asked, limit);
      return cut(read, limit, facts.count(asked.collection(), read.revision()), false);
    }
    if (asked.cursor().map(Cursor::many).orElse(false)) {
      return cut(walk(asked, limit), limit, null, true);
    }
    Looked looked = look(asked, limit);
    return looked.matched() > COUNTED_AT_MOST
        ? cut(walk(asked, limit), limit, null, true)
        : cut(looked.read(), limit, looked.matched(), false);
  }

  Optional<Row> find(OgcCollection collection, Clause rows, String key, Crs crs) {
    return Values.read(collection.keyProperty(), key)
        .flatMap(value -> {
          Clause sql =
              Clause.of(
                      "select %s\nfrom %s f\nwhere "
                          .formatted(columns(collection, crs), collection.table()))
                  .then(
                      Clause.of(collection.where())
                          .and(rows)
                          .and(Clause.of(collection.keyProperty().sql() + " = ").then(value)));
          Columns places = new Columns(collection);
          return query(sql, true, (row, _) -> places.read(row, 1)).stream().findFirst();
        });
  }

  /// Along the key from the cursor on, one feature more than wanted. The limit stands in the text:
  /// a plan that is kept would otherwise be made for a tenth of the table.
  private Read walk(Selection asked, int limit) {
    OgcCollection collection = asked.collection();
    String key = collection.keyProperty().sql();
    Clause sql =
        Clause.of(
                "%s\nselect %s, %s\nfrom %s f\nwhere "
                    .formatted(
                        ALONE,
                        revision(collection),
                        columns(collection, asked.crs()),
                        collection.table()))
            .then(asked.where().and(after(asked, key)))
            .then(Clause.of("\norder by %s\nlimit %d".formatted(key, limit + 1)));
    Columns places = new Columns(collection);
    var revision = new @Nullable Long[1];
    List<Row> rows =
        query(
            sql,
            !asked.narrowed(),
            (row, _) -> {
              revision[0] = row.getObject(1, Long.class);
              return places.read(row, 2);
            });
    return new Read(rows, revision[0]);
  }

  /// @param revision of the collection, of the very moment at which the rows were read; null where
  ///   nothing counts, or nothing was read
  private record Read(List<Row> rows, @Nullable Long revision) {}

  private record Looked(long matched, Read read) {}

  private Looked look(Selection asked, int limit) {
    OgcCollection collection = asked.collection();
    String key = collection.keyProperty().sql();
    Clause sql =
        Clause.of(
                "%s, hit as materialized (\n  select %s as key from %s f where "
                    .formatted(ALONE, key, collection.table()))
            .then(asked.where())
            .then(Clause.of("\n  limit %d\n)".formatted(COUNTED_AT_MOST + 1)))
            .then(Clause.of(", page as (\n  select key from hit where "))
            .then(after(asked, "key"))
            .then(Clause.of(" order by key limit %d\n)".formatted(limit + 1)))
            .then(
                Clause.of(
                    """

                    select counted.n, %s, %s
                    from (select count(*) as n from hit) counted
                    left join (page join %s f on %s = page.key) on counted.n <= %d
                    order by page.key
                    """
                        .formatted(
                            revision(collection),
                            columns(collection, asked.crs()),
                            collection.table(),
                            key,
                            COUNTED_AT_MOST)));
    Columns places = new Columns(collection);
    var matched = new long[1];
    var revision = new @Nullable Long[1];
    List<Row> rows = new ArrayList<>();
    query(
        sql,
        asked.boxed(),
        (row, _) -> {
          matched[0] = row.getLong(1);
          revision[0] = row.getObject(2, Long.class);
          if (row.getString(3 + places.key()) != null) {
            rows.add(places.read(row, 3));
          }
          return matched;
        });
    return new Looked(matched[0], new Read(rows, revision[0]));
  }

  private static Page cut(Read read, int limit, @Nullable Long matched, boolean many) {
    boolean more = read.rows().size() > limit;
    List<Row> shown = more ? read.rows().subList(0, limit) : read.rows();
    Optional<Cursor> next =
        more ? Optional.of(new Cursor(shown.getLast().key(), many)) : Optional.empty();
    return new Page(shown, matched, next, read.revision());
  }

  private static Clause after(Selection asked, String key) {
    return asked
        .cursor()
        .flatMap(cursor -> Values.read(asked.collection().keyProperty(), cursor.after()))
        .map(value -> Clause.of(key + " > ").then(value))
        .orElse(Clause.TRUE);
  }

  private static String revision(OgcCollection collection) {
    return collection.revision() == null ? "null::bigint" : "(" + collection.revision() + ")";
  }

  private String columns(OgcCollection collection, Crs crs) {
    return columns.computeIfAbsent(
        new Shown(collection.id(), crs),
        _ ->
            collection.properties().stream().map(Property::sql).collect(Collectors.joining(", "))
                + ", "
                + crs.geoJson("f." + collection.geometry()));
  }

  private record Shown(String collection, Crs crs) {}

  /// Where in a row what stands.
  ///
  /// @param key place of the key among the properties, from 0
  private record Columns(List<Property> properties, int key) {
    Columns(OgcCollection collection) {
      this(collection.properties(), collection.properties().indexOf(collection.keyProperty()));
    }

    /// @param first column of the first property; the geometry follows the last
    Row read(ResultSet row, int first) throws SQLException {
      var values = new ArrayList<@Nullable Object>(properties.size());
      for (int i = 0; i < properties.size(); i++) {
        values.add(value(row, first + i, properties.get(i)));
      }
      return new Row(row.getString(first + key), values, row.getString(first + properties.size()));
    }
  }

  /// A column as the Java type that its property has everywhere here.
  static @Nullable Object value(ResultSet row, int column, Property property) throws SQLException {
    return switch (property.type()) {
      case TEXT, UUID, JSON -> row.getString(column);
      case INTEGER -> {
        long number = row.getLong(column);
        yield row.wasNull() ? null : (Object) number;
      }
      case DECIMAL -> row.getBigDecimal(column);
      case BOOLEAN -> {
        boolean truth = row.getBoolean(column);
        yield row.wasNull() ? null : (Object) truth;
      }
      case DATE -> row.getObject(column, LocalDate.class);
      case INSTANT -> {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        yield at == null ? null : at.toInstant();
      }
    };
  }

  private <T> List<T> query(Clause sql, boolean samePlanEveryTime, RowMapper<T> mapper) {
    return jdbc.query(prepared(sql, samePlanEveryTime, 0, PATIENCE_SECONDS), mapper);
  }

  /// @param samePlanEveryTime false makes PostgreSQL plan for the very values: a box may hold ten
  ///   features or ten million
  static PreparedStatementCreator prepared(
      Clause sql, boolean samePlanEveryTime, int fetchSize, int seconds) {
    return connection -> {
      PreparedStatement statement = connection.prepareStatement(sql.sql());
      if (!samePlanEveryTime) {
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
      }
      statement.setFetchSize(fetchSize);
      statement.setQueryTimeout(seconds);
      List<Object> values = sql.values();
      for (int i : IntStream.range(0, values.size()).toArray()) {
        bind(statement, i + 1, values.get(i));
      }
      return statement;
    };
  }

  private static void bind(PreparedStatement statement, int at, Object value) throws SQLException {
    switch (value) {
      case byte[] bytes -> statement.setBytes(at, bytes);
      case BigDecimal number -> statement.setBigDecimal(at, number);
      default -> statement.setObject(at, value);
    }
  }
}
