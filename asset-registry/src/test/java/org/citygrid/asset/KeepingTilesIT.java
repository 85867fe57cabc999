package org.citygrid.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.citygrid.asset.Caller.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningRegister
class KeepingTilesIT {
  /// The tile that holds the town's corner, and one two tiles to the east of it.
  private static final String HERE = "/tiles/components/16/53357/28443.mvt";

  private static final String BESIDE = "/tiles/components/16/53359/28443.mvt";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void two_lamps_in_two_tiles() {
    jdbc.sql(
            """
            truncate asset.component, asset.component_version, asset.component_count,
              asset.code_block, asset.survey cascade
            """)
        .update();
    insert("4406050137000001", 113.1010, 23.1010);
    insert("4406050137000002", 113.1120, 23.1010);
    changed("null");
  }

  @Test
  void what_changes_in_one_tile_leaves_the_others_as_they_are() {
    String before = tag(HERE);
    String beside = tag(BESIDE);

    insert("4406050137000003", 113.1012, 23.1012);
    insert("4406050137000004", 113.1121, 23.1011); // nobody was told of this one
    changed("ST_SetSRID(ST_MakePoint(113.1012, 23.1012), 4490)");

    assertThat(tag(HERE)).isNotEqualTo(before);
    assertThat(tag(BESIDE)).isEqualTo(beside);
  }

  @Test
  void a_change_that_names_no_area_changes_everything() {
    String before = tag(BESIDE);

    insert("4406050137000004", 113.1121, 23.1011);
    changed("null");

    assertThat(tag(BESIDE)).isNotEqualTo(before);
  }

  @Test
  void a_revision_raised_by_hand_changes_everything_too() {
    String before = tag(BESIDE);

    insert("4406050137000004", 113.1121, 23.1011);
    jdbc.sql("update asset.revision set value = value + 1 where subject = 'component'").update();

    assertThat(tag(BESIDE)).isNotEqualTo(before);
  }

  @Test
  void the_tag_is_the_contents_so_a_change_elsewhere_sends_nothing_again() {
    String before = tag(HERE);

    changed("null");

    assertThat(Caller.stranger(port).get(HERE, "If-None-Match", before).status()).isEqualTo(304);
  }

  @Test
  void a_tile_is_packed_for_who_can_unpack_it() throws Exception {
    byte[] plain = Caller.stranger(port).get(HERE).body();
    Answer packed = Caller.stranger(port).get(HERE, "Accept-Encoding", "gzip");

    assertThat(packed.header("content-encoding")).isEqualTo("gzip");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
        .isEqualTo(plain);
  }

  @Test
  void where_too_many_stand_counts_take_their_place() {
    jdbc.sql(
            """
            insert into asset.component (code, edition, owner_unit, location, state, since,
              synthetic, changed_at, changed_by)
            select '44060501' || '02' || lpad(n::text, 6, '0'), 'x', 'x',
              ST_SetSRID(ST_MakePoint(113.1 + n % 80 * 0.00006, 23.1 + n / 80 * 0.00006), 4490),
              'intact', current_date, true, now(), 'x'
            from generate_series(1, 6000) n
            """)
        .update();
    jdbc.sql("select asset.count_all()").query((row, _) -> "").single();
    changed("null");

    Map<String, Integer> tile = VectorTile.countFeatures(Caller.stranger(port).get(HERE).body());

    assertThat(tile).containsOnlyKeys("counts");
    assertThat(tile.get("counts")).isBetween(100, 1200);
  }

  private String tag(String tile) {
    Answer answer = Caller.stranger(port).get(tile);
    assertThat(answer.status()).isEqualTo(200);
    return answer.header("etag");
  }

  private void insert(String code, double lon, double lat) {
    jdbc.sql(
            """
            insert into asset.component (code, edition, owner_unit, location, state, since,
              synthetic, changed_at, changed_by)
            values (:code, 'x', 'x', ST_SetSRID(ST_MakePoint(:lon, :lat), 4490), 'intact',
              current_date, true, now(), 'x')
            """)
        .param("code", code)
        .param("lon", lon)
        .param("lat", lat)
        .update();
  }

  private void changed(String area) {
    jdbc.sql("select asset.note_change(" + area + ")").query(Long.class).single();
  }
}
