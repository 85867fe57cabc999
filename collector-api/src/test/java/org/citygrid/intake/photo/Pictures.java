package org.citygrid.intake.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Photos made on the spot: red on the left, blue on the right.
public final class Pictures {
  private Pictures() {}

  public static byte[] jpeg(int width, int height) {
    return encode(redAndBlue(width, height), "jpeg");
  }

  public static byte[] png(int width, int height) {
    return encode(redAndBlue(width, height), "png");
  }

  /// A JPEG as a phone makes it: turned, with time, place and the owner's name beside the pixels.
  ///
  /// @param orientation EXIF's number, 1 to 8
  public static byte[] jpegFromPhone(int width, int height, int orientation) {
    byte[] plain = jpeg(width, height);
    byte[] exif = exif(orientation);
    ByteBuffer file = ByteBuffer.allocate(plain.length + exif.length + 10);
    file.put(plain, 0, 2);
    file.putShort((short) 0xFFE1).putShort((short) (exif.length + 8));
    file.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif);
    file.put(plain, 2, plain.length - 2);
    return file.array();
  }

  /// A PNG whose header claims this size; there is next to nothing behind it.
  public static byte[] pngThatClaims(int width, int height) {
    byte[] file = png(1, 1);
    ByteBuffer header = ByteBuffer.wrap(file);
    header.putInt(16, width).putInt(20, height);
    CRC32 crc = new CRC32();
    crc.update(file, 12, 17);
    header.putInt(29, (int) crc.getValue());
    return file;
  }

  private static BufferedImage redAndBlue(int width, int height) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height);
    pen.setColor(Color.BLUE);
    pen.fillRect(width / 2, 0, width - width / 2, height);
    pen.dispose();
    return picture;
  }

  private static byte[] encode(BufferedImage picture, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /// A TIFF block by hand: orientation and owner in the main directory, the time in its
  /// sub-directory, 23°06'36" N 113°06'36" E in the GPS directory.
  private static byte[] exif(int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(400).order(ByteOrder.BIG_ENDIAN);
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 4);
    entry(tiff, 0x0112, 3, 1).putShort((short) orientation).putShort((short) 0);
    entry(tiff, 0x013B, 2, 13).putInt(200);
    entry(tiff, 0x8769, 4, 1).putInt(100);
    entry(tiff, 0x8825, 4, 1).putInt(140);
    tiff.putInt(0);
    tiff.position(100).putShort((short) 1);
    entry(tiff, 0x9003, 2, 20).putInt(220);
    tiff.putInt(0);
    tiff.position(140).putShort((short) 4);
    entry(tiff, 1, 2, 2).put(new byte[] {'N', 0, 0, 0});
    entry(tiff, 2, 5, 3).putInt(250);
    entry(tiff, 3, 2, 2).put(new byte[] {'E', 0, 0, 0});
    entry(tiff, 4, 5, 3).putInt(280);
    tiff.putInt(0);
    tiff.position(200).put("Canary Wong\0\0".getBytes(StandardCharsets.US_ASCII));
    tiff.position(220).put("2026:11:20 09:30:00\0".getBytes(StandardCharsets.US_ASCII));
    tiff.position(250);
    degrees(tiff, 23);
    tiff.position(280);
    degrees(tiff, 113);
    return tiff.array();
  }

  private static ByteBuffer entry(ByteBuffer tiff, int tag, int type, int count) {
    return tiff.putShort((short) tag).putShort((short) type).putInt(count);
  }

  private static void degrees(ByteBuffer tiff, int whole) {
    tiff.putInt(whole).putInt(1).putInt(6).putInt(1).putInt(36).putInt(1);
  }
}
