package org.citygrid.data.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class DrawingAPhotoTest {

  @Test
  void it_is_a_small_jpeg() throws Exception {
    byte[] jpeg = Photo.jpeg(new SplittableRandom(1));

    assertThat(jpeg).hasSizeLessThan(40_000).startsWith(0xff, 0xd8);
    assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth()).isEqualTo(320);
  }
}
