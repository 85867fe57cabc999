package org.citygrid.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressingTilesTest {
  @Test
  void the_whole_world_is_one_tile() {
    var bounds = new TileAddress(0, 0, 0).bounds(0);

    assertThat(bounds.west()).isEqualTo(-180);
    assertThat(bounds.east()).isEqualTo(180);
    assertThat(bounds.north()).isCloseTo(85.0511287798, within(1e-9));
    assertThat(bounds.south()).isCloseTo(-85.0511287798, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"-1,0,0", "0,1,0", "0,0,1", "15,32768,0", "15,0,-1", "23,0,0", "40,0,0"})
  void what_is_not_in_the_pyramid_is_no_tile(int z, int x, int y) {
    assertThat(TileAddress.find(z, x, y)).isEmpty();
  }

  @Test
  void neighbours_share_an_edge_and_a_margin_reaches_over_it() {
    var random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      int z = 1 + random.nextInt(TileAddress.DEEPEST);
      int x = random.nextInt((1 << z) - 1);
      int y = random.nextInt((1 << z) - 1);
      var tile = new TileAddress(z, x, y);

      assertThat(tile.bounds(0).east()).isEqualTo(new TileAddress(z, x + 1, y).bounds(0).west());
      assertThat(tile.bounds(0).south()).isEqualTo(new TileAddress(z, x, y + 1).bounds(0).north());
      assertThat(tile.bounds(0.1).east()).isGreaterThan(tile.bounds(0).east());
      assertThat(tile.bounds(0.1).south()).isLessThan(tile.bounds(0).south());
    }
  }
}
