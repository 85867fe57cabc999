package org.citygrid.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Against counting it all out, wherever on earth the town lies.
@RunningRegister
class FindingTheNearestIT {
  private static final long SEED = 20261123;

  @Autowired JdbcClient jdbc;
  @Autowired Register register;

  @ParameterizedTest
  @ValueSource(doubles = {0, 23.1, 52, -69})
  void it_is_what_measuring_everything_finds(double latitude) {
    scatter(latitude);
    Random random = new Random(SEED);

    for (int i = 0; i < 25; i++) {
      double lon = 113.1 + random.nextDouble() * 0.02;
      double lat = latitude + random.nextDouble() * 0.02;
      assertThat(codes(lon, lat, null, 10)).isEqualTo(measured(lon, lat, null, 10));
      assertThat(codes(lon, lat, "0137", 3)).isEqualTo(measured(lon, lat, "0137", 3));
      assertThat(codes(lon, lat, "0102", 5)).isEqualTo(measured(lon, lat, "0102", 5));
    }
  }

  @Test
  void whoever_stands_far_from_everything_is_told_of_nothing() {
    scatter(23.1);

    assertThat(codes(114, 24, null, 10)).isEmpty();
    assertThat(codes(114, 24, "0137", 10)).isEmpty();
  }

  private List<String> codes(double lon, double lat, String classCode, int limit) {
    return register.listNearest(lon, lat, classCode, limit).stream().map(Nearby::code).toList();
  }

  private List<String> measured(double lon, double lat, String classCode, int limit) {
    return jdbc.sql(
            """
            select code from (
              select code, ST_Distance(location::geography,
                ST_SetSRID(ST_MakePoint(:lon, :lat), 4490)::geography) as metres
              from asset.component
              where state in ('intact', 'damaged')
                and (:classCode::text is null or class_code = :classCode)
            ) all_of_them
            where metres <= 5000 order by metres, code limit :limit
            """)
        .param("lon", lon)
        .param("lat", lat)
        .param("classCode", classCode)
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /// 600 things, a third outside every cell, a tenth gone; lamps everywhere, covers here and there.
  private void scatter(double latitude) {
    jdbc.sql(
            """
            truncate asset.component, asset.component_version, asset.component_count,
              asset.code_block, asset.survey cascade
            """)
        .update();
    jdbc.sql("select setseed(0.23)").query((row, _) -> "").single();
    jdbc.sql(
            """
            insert into asset.component (code, edition, owner_unit, cell_code, location, state, since,
              synthetic, changed_at, changed_by)
            select '440605' || case when n % 40 = 0 then '0102' when n % 3 = 0 then '0137' else '0301' end
                || lpad(n::text, 6, '0'),
              'x', 'x',
              case when n % 3 > 0 then '440605125001' || lpad(((x * 100)::int)::text, 3, '0') end,
              ST_SetSRID(ST_MakePoint(113.1 + x * 0.02, :latitude + y * 0.02), 4490),
              case when n % 10 = 0 then 'lost' else 'intact' end, current_date, true, now(), 'x'
            from (select n, random() as x, random() as y from generate_series(1, 600) n offset 0) scattered
            """)
        .param("latitude", latitude)
        .update();
    jdbc.sql("select asset.count_all()").query((row, _) -> "").single();
  }
}
