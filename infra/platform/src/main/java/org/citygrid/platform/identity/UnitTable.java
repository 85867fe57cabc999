package org.citygrid.platform.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citygrid.platform.text.LocalText;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Units in PostgreSQL, read whole (there are dozens) and kept for five seconds.
final class UnitTable implements Units {
  private static final String ALL = "all";

  private final JdbcClient jdbc;
  private final LoadingCache<String, Map<String, Unit>> recent =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).build(all -> read());

  UnitTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Unit> findUnit(String code) {
    return Optional.ofNullable(recent.get(ALL).get(code));
  }

  @Override
  public List<Unit> listUnits() {
    return List.copyOf(recent.get(ALL).values());
  }

  /// @return false when the code is taken
  boolean insert(Unit unit) {
    int inserted =
        jdbc.sql(
                """
                insert into platform.unit (code, name_zh, name_en, kind, division_code)
                values (:code, :zh, :en, :kind, :divisionCode)
                on conflict (code) do nothing
                """)
            .param("code", unit.code())
            .param("zh", unit.name().zh())
            .param("en", unit.name().en())
            .param("kind", unit.kind().name())
            .param("divisionCode", unit.divisionCode())
            .update();
    recent.invalidateAll();
    return inserted == 1;
  }

  private Map<String, Unit> read() {
    Map<String, Unit> units = new LinkedHashMap<>();
    jdbc.sql("select code, name_zh, name_en, kind, division_code from platform.unit order by code")
        .query(UnitTable::unit)
        .list()
        .forEach(unit -> units.put(unit.code(), unit));
    return units;
  }

  private static Unit unit(ResultSet row, int n) throws SQLException {
    return new Unit(
        row.getString("code"),
        new LocalText(row.getString("name_zh"), row.getString("name_en")),
        Unit.Kind.valueOf(row.getString("kind")),
        row.getString("division_code"));
  }
}
