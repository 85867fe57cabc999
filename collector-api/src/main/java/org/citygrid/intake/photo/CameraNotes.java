package org.citygrid.intake.photo;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;

/// What the camera wrote beside the picture. Only the EXIF block is looked at: XMP, colour profiles
/// and compressed text are not unpacked, so that they can do no harm.
record CameraNotes(
    Orientation orientation,
    @Nullable Instant takenAt,
    @Nullable Double lon,
    @Nullable Double lat) {
  static final CameraNotes NONE = new CameraNotes(Orientation.TOP_LEFT, null, null, null);

  /// No camera that can report anything here is older.
  private static final Instant EARLIEST = Instant.parse("1995-01-01T00:00:00Z");

  /// EXIF's number, 1 to 8.
  int turn() {
    return orientation.ordinal() + 1;
  }

  /// Reads what can be read; a broken or contradictory block counts as none.
  static CameraNotes of(byte[] file, PhotoType type, ZoneId zone, Instant now) {
    try {
      Metadata exif = readExif(file, type);
      Optional<GpsDirectory> gps = first(exif, GpsDirectory.class);
      var place =
          gps.map(GpsDirectory::getGeoLocation).filter(found -> found != null && !found.isZero());
      return new CameraNotes(
          orientation(exif),
          takenAt(exif, zone, now),
          place.map(found -> found.getLongitude()).orElse(null),
          place.map(found -> found.getLatitude()).orElse(null));
    } catch (IOException | ImageProcessingException | RuntimeException broken) {
      return NONE;
    }
  }

  private static Metadata readExif(byte[] file, PhotoType type)
      throws IOException, ImageProcessingException {
    return switch (type) {
      case JPEG ->
          JpegMetadataReader.readMetadata(
              new ByteArrayInputStream(file), List.of(new ExifReader()));
      case PNG -> parse(findChunk(file, 8, ByteOrder.BIG_ENDIAN, 0, "eXIf"));
      case WEBP -> parse(findChunk(file, 12, ByteOrder.LITTLE_ENDIAN, 4, "EXIF"));
      case HEIC, GIF, OTHER -> new Metadata();
    };
  }

  private static Metadata parse(byte @Nullable [] block) {
    Metadata metadata = new Metadata();
    if (block != null) {
      new ExifReader().extract(new ByteArrayReader(block), metadata);
    }
    return metadata;
  }

  /// Walks the chunks of a PNG (length before name, checksum after) or a RIFF file (name before
  /// length, padded to even).
  private static byte @Nullable [] findChunk(
      byte[] file, int start, ByteOrder order, int lengthAt, String wanted) {
    ByteBuffer chunks = ByteBuffer.wrap(file).order(order);
    boolean png = lengthAt == 0;
    long at = start;
    while (at + 8 <= file.length) {
      int head = (int) at;
      long length = Integer.toUnsignedLong(chunks.getInt(head + lengthAt));
      if (at + 8 + length > file.length) {
        return null;
      }
      if (wanted.equals(
          new String(
              file, head + (4 - lengthAt), 4, java.nio.charset.StandardCharsets.ISO_8859_1))) {
        return java.util.Arrays.copyOfRange(file, head + 8, head + 8 + (int) length);
      }
      at += 8 + length + (png ? 4 : length % 2);
    }
    return null;
  }

  private static Orientation orientation(Metadata exif) {
    return first(exif, ExifIFD0Directory.class)
        .map(main -> main.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
        .filter(turn -> turn >= 1 && turn <= 8)
        .map(Orientation::typeOf)
        .orElse(Orientation.TOP_LEFT);
  }

  private static @Nullable Instant takenAt(Metadata exif, ZoneId zone, Instant now) {
    return first(exif, ExifSubIFDDirectory.class)
        .map(sub -> sub.getDateOriginal(TimeZone.getTimeZone(zone)))
        .map(Date::toInstant)
        .filter(at -> at.isAfter(EARLIEST) && at.isBefore(now.plus(Duration.ofDays(1))))
        .orElse(null);
  }

  private static <D extends com.drew.metadata.Directory> Optional<D> first(
      Metadata exif, Class<D> type) {
    return Optional.ofNullable(exif.getFirstDirectoryOfType(type));
  }
}
