package org.citygrid.dispatch.routing;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// For which classes cases are dispatched by themselves once they are filed. The switch of the
/// longest class prefix decides, then that of the smallest division; where there is none it is off.
@Component
public final class AutoDispatch {
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  private static final Comparator<Switch> CLOSENESS =
      Comparator.comparingInt((Switch one) -> one.classPrefix().length())
          .thenComparingInt(one -> one.divisionCode().length());

  private final JdbcClient jdbc;
  private volatile @Nullable Held held;

  AutoDispatch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param classPrefix 4 digits a minor class, 2 a major class, empty all classes
  record Switch(
      String kind,
      String classPrefix,
      String divisionCode,
      boolean enabled,
      String setBy,
      Instant setAt) {

    boolean covers(String kind, String classCode, String division) {
      return this.kind.equals(kind)
          && classCode.startsWith(classPrefix)
          && division.startsWith(divisionCode);
    }
  }

  private record Held(List<Switch> switches, long readAt) {}

  /// Whether a case of this class in this division is to be dispatched by itself. Answers from
  /// memory; a switch set by another process is seen within a second.
  public boolean isOn(String kind, String classCode, String divisionCode) {
    return switches().stream()
        .filter(one -> one.covers(kind, classCode, divisionCode))
        .max(CLOSENESS)
        .map(Switch::enabled)
        .orElse(false);
  }

  private List<Switch> switches() {
    var now = System.nanoTime();
    var known = held;
    if (known == null || now - known.readAt > FRESH_NANOS) {
      known = new Held(list(""), now);
      held = known;
    }
    return known.switches;
  }

  List<Switch> list(String divisionPrefix) {
    return jdbc.sql(
            """
            select kind, class_prefix, division_code, enabled, set_by, set_at
            from dispatch.auto_dispatch
            where starts_with(division_code, :prefix)
            order by kind, class_prefix, division_code
            """)
        .param("prefix", divisionPrefix)
        .query((row, _) ->
            new Switch(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getString(5),
                row.getTimestamp(6).toInstant()))
        .list();
  }

  /// Sets a switch; this process sees it at once.
  void put(Switch one) {
    jdbc.sql(
            """
            insert into dispatch.auto_dispatch (kind, class_prefix, division_code, enabled, set_by, set_at)
            values (:kind, :classes, :division, :enabled, :by, :at)
            on conflict (kind, class_prefix, division_code)
            do update set enabled = excluded.enabled, set_by = excluded.set_by, set_at = excluded.set_at
            """)
        .param("kind", one.kind())
        .param("classes", one.classPrefix())
        .param("division", one.divisionCode())
        .param("enabled", one.enabled())
        .param("by", one.setBy())
        .param("at", Timestamp.from(one.setAt()))
        .update();
    held = null;
  }
}
