package org.citygrid.dispatch.duplicate;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Counts those who follow a case instead of reporting the same again: each once, however often
/// their message comes.
@Component
public class Followers {
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final JdbcClient jdbc;

  Followers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param follows the report whose case is followed
  public record Follow(UUID reportId, UUID follows, Instant at) {}

  /// In the caller's transaction; who follows a linked duplicate counts for its master.
  ///
  /// @return the follows whose case is here; the others must become cases of their own
  @Transactional(propagation = Propagation.MANDATORY)
  public Set<UUID> count(List<Follow> follows) {
    if (follows.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        jdbc.sql(
                """
                with asked as (
                  select distinct on (report_id) report_id, follows, at
                  from json_to_recordset(cast(:rows as json)) as a(report_id uuid, follows uuid, at timestamptz)),
                found as (
                  select a.report_id, coalesce(c.master_id, c.id) as case_id, a.at
                  from asked a join dispatch.city_case c on c.report_id = a.follows),
                added as (
                  insert into dispatch.follower (report_id, case_id, followed_at)
                  select report_id, case_id, at from found order by report_id
                  on conflict (report_id) do nothing
                  returning case_id),
                counted as (
                  update dispatch.city_case c set report_count = report_count + n.more
                  from (select case_id, count(*) as more from added group by case_id) n
                  where c.id = n.case_id)
                select report_id from found
                """)
            .param("rows", JSON.writeValueAsString(follows))
            .query(UUID.class)
            .list());
  }
}
