package org.citygrid.asset.handin;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lists what an import brought, changed, or no longer found.
@Repository
class Changes {
  private final JdbcClient jdbc;

  Changes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  enum What {
    INSERTED,
    UPDATED,
    DISAPPEARED;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<What> find(String word) {
      return Arrays.stream(values()).filter(what -> what.word().equals(word)).findFirst();
    }
  }

  /// @param version the card's version that this import made
  record Change(String code, String classCode, int version) {}

  record Page(List<Change> items, @Nullable String next) {}

  /// @param after only codes beyond this one; empty for the first page
  Page list(long survey, What what, String after, int limit) {
    List<Change> found =
        jdbc.sql(
                """
                select code, substr(code, 7, 4) as class_code, version
                from (
                  select c.code, c.version from asset.component c
                  where c.survey_id = :survey and c.code > :after
                  union all
                  select v.code, v.version from asset.component_version v
                  where v.survey_id = :survey and v.code > :after
                ) made
                where case :what
                  when 'inserted' then version = 1
                  else version > 1 and (:what = 'disappeared') = exists (
                    select from asset.survey_missing m where m.survey_id = :survey and m.code = made.code)
                  end
                order by code
                limit :limit
                """)
            .param("survey", survey)
            .param("after", after)
            .param("what", what.word())
            .param("limit", limit + 1)
            .query((row, _) ->
                new Change(
                    row.getString("code"), row.getString("class_code"), row.getInt("version")))
            .list();
    boolean more = found.size() > limit;
    List<Change> items = more ? List.copyOf(found.subList(0, limit)) : found;
    return new Page(items, more ? items.getLast().code() : null);
  }
}
