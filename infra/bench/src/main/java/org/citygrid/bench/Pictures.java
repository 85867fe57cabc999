package org.citygrid.bench;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Synthetic JPEGs of some 200 KB, as large as a phone sends them after its own compression: sky,
/// ground, blocks and grain. No two are alike.
final class Pictures {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 960;
  private static final int BYTES = 200_000;
  private static final int DRAWN = 8;
  private static final int TABLES = 0xDB;

  private final List<byte[]> drawn = new ArrayList<>();
  private final AtomicLong count = new AtomicLong();

  Pictures() throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    for (int n = 0; n < DRAWN; n++) {
      BufferedImage image = draw(random);
      float quality = 0.95f;
      byte[] jpeg = encode(image, quality);
      while (jpeg.length > BYTES && quality > 0.1f) {
        quality -= 0.05f;
        jpeg = encode(image, quality);
      }
      drawn.add(jpeg);
    }
  }

  long kilobytes() {
    return Math.round(drawn.stream().mapToInt(jpeg -> jpeg.length).average().orElse(0) / 1000);
  }

  /// One of the drawn ones with other brightness in two fine patterns: another picture each time,
  /// at no cost.
  byte[] next() {
    long n = count.getAndIncrement();
    byte[] jpeg = drawn.get((int) (n % DRAWN)).clone();
    int table = tableIn(jpeg);
    long changed = n / DRAWN;
    for (int at = 63; changed > 0; at--) {
      jpeg[table + at] = (byte) (1 + (jpeg[table + at] + changed % 100) % 250);
      changed /= 100;
    }
    return jpeg;
  }

  /// Where the 64 steps of the first quantisation table begin.
  private static int tableIn(byte[] jpeg) {
    for (int at = 2;
        at < jpeg.length - 4;
        at += 2 + ((jpeg[at + 2] & 255) << 8 | jpeg[at + 3] & 255)) {
      if ((jpeg[at + 1] & 255) == TABLES) {
        return at + 5;
      }
    }
    throw new IllegalStateException("a JPEG has a quantisation table");
  }

  private static BufferedImage draw(SplittableRandom random) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, new Color(0x8fb8e0), 0, HEIGHT, new Color(0x6b6b60)));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    for (int block = 0; block < 60; block++) {
      pen.setColor(new Color(random.nextInt(0x1000000)));
      pen.fillRect(
          random.nextInt(WIDTH),
          random.nextInt(HEIGHT),
          20 + random.nextInt(200),
          20 + random.nextInt(120));
    }
    pen.dispose();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int grain = random.nextInt(17) - 8;
        image.setRGB(x, y, grained(image.getRGB(x, y), grain));
      }
    }
    return image;
  }

  private static int grained(int rgb, int grain) {
    int grey = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      grey |= Math.clamp((rgb >> shift & 255) + grain, 0, 255) << shift;
    }
    return grey;
  }

  private static byte[] encode(BufferedImage image, float quality) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream(BYTES);
    try (var stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
