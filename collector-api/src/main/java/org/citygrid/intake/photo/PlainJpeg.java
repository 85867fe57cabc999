package org.citygrid.intake.photo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/// A JPEG taken apart segment by segment, without decoding a pixel: what a decoder needs is kept,
/// everything else is left behind. Anything out of the ordinary is no plain JPEG; a real decoder
/// has to judge it.
///
/// Kept are the tables, the frame, the scans, the colour profile and Adobe's word on the colour
/// space; a JFIF header is written anew. EXIF, XMP, IPTC, comments, previews and whatever follows
/// the end of the picture go.
///
/// @param bytes the very array that was given when nothing had to go
/// @param width of the frame, before any turning
/// @param noted whether the camera wrote an EXIF block, which is in `bytes` no more
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to the disk; never compared
record PlainJpeg(byte[] bytes, int width, int height, boolean noted) {
  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int QUANTISATION = 0xDB;
  private static final int RESTART_INTERVAL = 0xDD;
  private static final int HUFFMAN = 0xC4;
  private static final int COMMENT = 0xFE;
  private static final int ADOBE = 0xEE;

  private static final int MOST_SCANS = 64;
  private static final int MOST_PROFILE = 128 * 1024;
  private static final byte[] JFIF = {
    (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
  };

  /// @return empty when the file is not whole, or not baseline, extended or progressive in eight
  ///   bits, or holds anything that is unusual
  static Optional<PlainJpeg> of(byte[] file) {
    return new Walk(file).all();
  }

  /// With the camera's word on how to turn the picture, in an EXIF block of our own that says
  /// nothing else.
  ///
  /// @param orientation EXIF's number, 2 to 8; 1 needs no word
  byte[] turned(int orientation) {
    byte[] block = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0, //
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1, //
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0, //
      0,
      0,
      0,
      0
    };
    byte[] whole = new byte[bytes.length + block.length];
    System.arraycopy(bytes, 0, whole, 0, 2);
    System.arraycopy(block, 0, whole, 2, block.length);
    System.arraycopy(bytes, 2, whole, 2 + block.length, bytes.length - 2);
    return whole;
  }

  /// One walk through one file.
  private static final class Walk {
    private final byte[] file;
    private final ByteArrayOutputStream kept;
    private int at = 2;
    private int keptFrom = 0;
    private boolean whole = true;
    private int width;
    private int height;
    private int scans;
    private long scanBytes;
    private int profile;
    private boolean noted;
    private boolean quantised;
    private boolean coded;

    Walk(byte[] file) {
      this.file = file;
      this.kept = new ByteArrayOutputStream(0);
    }

    Optional<PlainJpeg> all() {
      if (file.length < 4 || byteAt(0) != 0xFF || byteAt(1) != START) {
        return Optional.empty();
      }
      while (at + 4 <= file.length && byteAt(at) == 0xFF && byteAt(at + 1) != END) {
        if (!segment()) {
          return Optional.empty();
        }
      }
      boolean ended = at + 2 <= file.length && byteAt(at) == 0xFF && byteAt(at + 1) == END;
      return ended && isPicture() ? Optional.of(result()) : Optional.empty();
    }

    /// No encoder spends less than a bit on sixteen blocks: less is a claim, not a picture.
    private boolean isPicture() {
      return scans > 0 && scanBytes >= (long) width * height / 8192;
    }

    private PlainJpeg result() {
      if (whole && at + 2 == file.length) {
        return new PlainJpeg(file, width, height, noted);
      }
      kept.write(file, keptFrom, at + 2 - keptFrom);
      return new PlainJpeg(kept.toByteArray(), width, height, noted);
    }

    private boolean segment() {
      int marker = byteAt(at + 1);
      int length = byteAt(at + 2) << 8 | byteAt(at + 3);
      int next = at + 2 + length;
      if (length < 2 || next > file.length) {
        return false;
      }
      boolean fine =
          switch (marker) {
            case QUANTISATION -> quantised = true;
            case HUFFMAN -> coded = true;
            case RESTART_INTERVAL -> length == 4;
            case 0xC0, 0xC1, 0xC2 -> frame(length);
            case SCAN -> scan(next);
            default -> beside(marker, length, next);
          };
      if (marker != SCAN) {
        at = next;
      }
      return fine;
    }

    private boolean frame(int length) {
      if (length < 11) {
        return false;
      }
      boolean first = width == 0;
      height = byteAt(at + 5) << 8 | byteAt(at + 6);
      width = byteAt(at + 7) << 8 | byteAt(at + 8);
      int components = byteAt(at + 9);
      return first
          && length == 8 + 3 * components
          && byteAt(at + 4) == 8
          && (components == 1 || components == 3 || components == 4)
          && width > 0
          && height > 0;
    }

    /// Runs over the coded pixels to the next marker that is none of their own.
    private boolean scan(int from) {
      int end = from;
      while (end + 1 < file.length && !isMarker(end)) {
        end++;
      }
      scanBytes += end - from;
      at = end;
      return width > 0 && quantised && coded && ++scans <= MOST_SCANS;
    }

    private boolean isMarker(int index) {
      if (file[index] != -1) {
        return false;
      }
      int next = byteAt(index + 1);
      return next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7);
    }

    /// What stands beside the picture.
    private boolean beside(int marker, int length, int next) {
      if (marker != COMMENT && (marker < 0xE0 || marker > 0xEF)) {
        return false;
      }
      if (marker == 0xE0 && says("JFIF\0", length)) {
        if (!isBareJfif(length)) {
          drop(next);
          kept.writeBytes(JFIF);
        }
      } else if (marker == 0xE2 && says("ICC_PROFILE\0", length)) {
        profile += length;
      } else if (marker != ADOBE || length != 14 || !says("Adobe", length)) {
        noted |= marker == 0xE1 && says("Exif\0", length);
        drop(next);
      }
      return profile <= MOST_PROFILE;
    }

    /// Of sixteen bytes, which leaves no room for a preview.
    private boolean isBareJfif(int length) {
      return length == 16 && file[at + 16] == 0 && file[at + 17] == 0;
    }

    private void drop(int next) {
      kept.write(file, keptFrom, at - keptFrom);
      keptFrom = next;
      whole = false;
    }

    private boolean says(String word, int length) {
      return length >= 2 + word.length()
          && word.equals(new String(file, at + 4, word.length(), ISO_8859_1));
    }

    private int byteAt(int index) {
      return file[index] & 0xFF;
    }
  }
}
