package org.citygrid.data.day;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/// A small picture that nobody can take for a photograph: coloured stripes and the word SYNTHETIC.
/// Letters are drawn by hand, since a bare machine has no fonts.
final class Photo {

  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;
  private static final int DOT = 5;
  private static final String WORD = "SYNTHETIC";

  /// Five columns of seven dots each, the lowest bit on top.
  private static final Map<Character, int[]> LETTERS =
      Map.of(
          'S', new int[] {0x46, 0x49, 0x49, 0x49, 0x31},
          'Y', new int[] {0x07, 0x08, 0x70, 0x08, 0x07},
          'N', new int[] {0x7f, 0x04, 0x08, 0x10, 0x7f},
          'T', new int[] {0x01, 0x01, 0x7f, 0x01, 0x01},
          'H', new int[] {0x7f, 0x08, 0x08, 0x08, 0x7f},
          'E', new int[] {0x7f, 0x49, 0x49, 0x49, 0x41},
          'I', new int[] {0x00, 0x41, 0x7f, 0x41, 0x00},
          'C', new int[] {0x3e, 0x41, 0x41, 0x41, 0x22});

  private Photo() {}

  /// A JPEG of a few kilobytes.
  static byte[] jpeg(RandomGenerator random) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    for (int y = 0; y < HEIGHT; y += 24) {
      pen.setColor(Color.getHSBColor(random.nextFloat(), 0.25f, 0.55f + 0.3f * random.nextFloat()));
      pen.fillRect(0, y, WIDTH, 24);
    }
    pen.setColor(Color.WHITE);
    int left = (WIDTH - WORD.length() * 6 * DOT) / 2;
    for (int i = 0; i < WORD.length(); i++) {
      int[] columns = LETTERS.getOrDefault(WORD.charAt(i), new int[5]);
      for (int x = 0; x < columns.length; x++) {
        for (int y = 0; y < 7; y++) {
          if ((columns[x] >> y & 1) == 1) {
            pen.fillRect(left + (i * 6 + x) * DOT, 100 + y * DOT, DOT, DOT);
          }
        }
      }
    }
    pen.dispose();
    return encode(image);
  }

  private static byte[] encode(BufferedImage image) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
