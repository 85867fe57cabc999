package org.citygrid.intake.photo;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import org.citygrid.intake.photo.Cleaning.Clean;
import org.citygrid.intake.photo.Cleaning.Refused;

/// Turns a file from outside into a picture of our own making, or says why not. What [#clean] makes
/// is written by our encoder from decoded pixels: no byte of the sent file survives, whatever it
/// carried. [#strip] does what is cheap and safe, as long as somebody waits for an answer.
public final class PhotoCleaner {
  private static final int THUMBNAIL_EDGE = 320;
  private static final float QUALITY = 0.85f;

  private final long maxBytes;
  private final long maxPixels;
  private final int longestEdge;

  /// @param longestEdge pixels; larger pictures are scaled down
  public PhotoCleaner(long maxBytes, long maxPixels, int longestEdge) {
    this.maxBytes = maxBytes;
    this.maxPixels = maxPixels;
    this.longestEdge = longestEdge;
  }

  /// Takes a plain JPEG apart and keeps its picture as it is, without decoding a pixel. Damage in
  /// the coded pixels themselves is not seen.
  ///
  /// @param hash SHA-256 of the file, hex
  /// @return empty when only [#clean] can judge the file
  Optional<Cleaning> strip(byte[] file, String hash, ZoneId zone, Instant now) {
    return file.length > maxBytes || PhotoType.of(file) != PhotoType.JPEG
        ? Optional.empty()
        : PlainJpeg.of(file).map(plain -> strip(file, plain, hash, zone, now));
  }

  private Cleaning strip(byte[] file, PlainJpeg plain, String hash, ZoneId zone, Instant now) {
    if ((long) plain.width() * plain.height() > maxPixels) {
      return new Refused(tooManyPixels(plain.width(), plain.height()));
    }
    CameraNotes notes =
        plain.noted() ? CameraNotes.of(file, PhotoType.JPEG, zone, now) : CameraNotes.NONE;
    int turn = notes.turn();
    byte[] image = turn == 1 ? plain.bytes() : plain.turned(turn);
    return new Clean(
        new CleanPhoto(
            image == file ? hash : sha256(image),
            hash,
            image,
            null,
            turn > 4 ? plain.height() : plain.width(),
            turn > 4 ? plain.width() : plain.height(),
            notes.takenAt(),
            notes.lon(),
            notes.lat()));
  }

  /// @param zone in which a camera's clock without a zone is read
  /// @param now later dates are not believed
  public Cleaning clean(byte[] file, ZoneId zone, Instant now) {
    if (file.length == 0) {
      return new Refused("is empty (0 bytes)");
    }
    if (file.length > maxBytes) {
      return new Refused(
          String.format(Locale.ROOT, "is larger than the %,d bytes a photo may have", maxBytes));
    }
    PhotoType type = PhotoType.of(file);
    return switch (type) {
      case JPEG, PNG, WEBP -> decode(file, type, zone, now);
      case HEIC -> new Refused("is HEIC or AVIF; please send it as JPEG, PNG or WebP");
      case GIF -> new Refused("is a GIF; please send it as JPEG, PNG or WebP");
      case OTHER -> new Refused("is not a photo; please send JPEG, PNG or WebP");
    };
  }

  private Cleaning decode(byte[] file, PhotoType type, ZoneId zone, Instant now) {
    try {
      return redraw(file, type, CameraNotes.of(file, type, zone, now));
    } catch (TooManyPixels bomb) {
      return new Refused(bomb.why);
    } catch (IOException | RuntimeException broken) {
      return new Refused("is damaged or cut off and cannot be shown");
    }
  }

  private Clean redraw(byte[] file, PhotoType type, CameraNotes notes) throws IOException {
    BufferedImage upright =
        ExifFilterUtils.getFilterForOrientation(notes.orientation()).apply(read(file, type));
    BufferedImage picture = flatten(fit(upright, longestEdge));
    byte[] image = encode(picture);
    return new Clean(
        new CleanPhoto(
            sha256(image),
            sha256(file),
            image,
            encode(fit(picture, THUMBNAIL_EDGE)),
            picture.getWidth(),
            picture.getHeight(),
            notes.takenAt(),
            notes.lon(),
            notes.lat()));
  }

  private BufferedImage read(byte[] file, PhotoType type) throws IOException {
    ImageReader reader =
        ImageIO.getImageReadersByFormatName(type.name().toLowerCase(Locale.ROOT)).next();
    Damage damage = new Damage();
    try (ImageInputStream stream = new ByteArrayImageInputStream(file)) {
      reader.setInput(stream, true, true);
      reader.addIIOReadWarningListener(damage);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > maxPixels) {
        throw new TooManyPixels(tooManyPixels(width, height));
      }
      ImageReadParam param = reader.getDefaultReadParam();
      int step = Math.max(1, Math.max(width, height) / longestEdge);
      param.setSourceSubsampling(step, step, 0, 0);
      BufferedImage picture = reader.read(0, param);
      damage.throwIfAny();
      return picture;
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage fit(BufferedImage picture, int edge) throws IOException {
    return Math.max(picture.getWidth(), picture.getHeight()) <= edge
        ? picture
        : Thumbnails.of(picture).size(edge, edge).asBufferedImage();
  }

  /// Onto white, three bytes a pixel, without the source's colour profile.
  private static BufferedImage flatten(BufferedImage picture) {
    var flat =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = flat.createGraphics();
    pen.drawImage(picture, 0, 0, Color.WHITE, null);
    pen.dispose();
    return flat;
  }

  private static byte[] encode(BufferedImage picture) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream(256 * 1024);
    try (var stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// The hex SHA-256 by which files are named and told apart.
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  private String tooManyPixels(int width, int height) {
    return String.format(
        Locale.ROOT,
        "is %,d × %,d pixels, more than the %,d a photo may have",
        width,
        height,
        maxPixels);
  }

  private static final class TooManyPixels extends IOException {
    private static final long serialVersionUID = 1L;

    final String why;

    TooManyPixels(String why) {
      super(why);
      this.why = why;
    }
  }
}
