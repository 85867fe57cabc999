package org.citygrid.geofile.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import org.citygrid.geofile.Described.Warning;
import org.citygrid.geofile.source.Bytes;
import org.jspecify.annotations.Nullable;

/// A file that is text, in an encoding that was asked for or found out.
///
/// @param from how the encoding is known
/// @param bom how many bytes of byte order mark stand before the text
public record TextFile(Bytes bytes, Charset charset, String from, int bom, List<Warning> warnings) {
  private static final int LOOK = 1 << 16;
  private static final long ENOUGH_CHARACTERS = 20_000;

  /// Reads as much as it takes to know the encoding: all of the file where it is plain ASCII.
  public static TextFile of(Bytes bytes, @Nullable Charset asked) throws IOException {
    byte[] head = bytes.head(LOOK);
    @Nullable Bom bom = Bom.of(head);
    if (asked != null) {
      return new TextFile(
          bytes,
          asked,
          "asked for",
          bom != null && bom.charset.equals(asked) ? bom.length : 0,
          List.of());
    }
    if (bom != null) {
      return new TextFile(bytes, bom.charset, "the byte order mark", bom.length, List.of());
    }
    @Nullable Charset wide = wideByZeros(head);
    return wide != null
        ? new TextFile(bytes, wide, "guessed from the text", 0, List.of())
        : guessed(bytes);
  }

  /// Opens the text after its byte order mark. What is no text in this encoding becomes U+FFFD.
  public Reader open() throws IOException {
    InputStream in = bytes.open();
    in.skipNBytes(bom);
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  private static TextFile guessed(Bytes bytes) throws IOException {
    EncodingGuess guess = new EncodingGuess();
    byte[] buffer = new byte[1 << 18];
    int kept = 0;
    try (InputStream in = bytes.open()) {
      int read = in.read(buffer, 0, buffer.length);
      while (read >= 0 && guess.beyondAscii() < ENOUGH_CHARACTERS) {
        int end = kept + read;
        int cut = afterLastLine(buffer, end);
        guess.add(buffer, 0, cut);
        kept = cut == end ? 0 : end - cut;
        System.arraycopy(buffer, cut, buffer, 0, kept);
        read = in.read(buffer, kept, buffer.length - kept);
      }
      guess.add(buffer, 0, kept);
    }
    if (guess.beyondAscii() == 0) {
      return new TextFile(bytes, UTF_8, "all of it is ASCII", 0, List.of());
    }
    EncodingGuess.Guess best = guess.guess();
    return new TextFile(bytes, best.charset(), "guessed from the text", 0, doubts(best));
  }

  /// Warnings for a guess that may be wrong.
  public static List<Warning> doubts(EncodingGuess.Guess guess) {
    List<Warning> doubts = new ArrayList<>();
    if (!guess.certain()) {
      doubts.add(
          new Warning(
              "encoding-doubtful",
              "The texts fit no encoding well; they are read as "
                  + guess.charset().name()
                  + ". Look at them, and name the encoding if they are wrong."));
    }
    return doubts;
  }

  private static int afterLastLine(byte[] buffer, int end) {
    for (int at = end - 1; at > end / 2; at--) {
      if (buffer[at] == '\n') {
        return at + 1;
      }
    }
    return end;
  }

  /// UTF-16 without a mark: every second byte of its ASCII is zero.
  public static @Nullable Charset wideByZeros(byte[] head) {
    int[] zeros = new int[2];
    for (int at = 0; at < head.length; at++) {
      zeros[at & 1] += head[at] == 0 ? 1 : 0;
    }
    int many = head.length / 20;
    if (head.length < 4 || Math.max(zeros[0], zeros[1]) <= many) {
      return null;
    }
    if (zeros[1] > zeros[0] * 10) {
      return UTF_16LE;
    }
    return zeros[0] > zeros[1] * 10 ? UTF_16BE : null;
  }

  private record Bom(Charset charset, int length) {
    static @Nullable Bom of(byte[] head) {
      if (starts(head, 0xef, 0xbb, 0xbf)) {
        return new Bom(UTF_8, 3);
      }
      if (starts(head, 0xff, 0xfe)) {
        return new Bom(UTF_16LE, 2);
      }
      return starts(head, 0xfe, 0xff) ? new Bom(UTF_16BE, 2) : null;
    }

    private static boolean starts(byte[] head, int... mark) {
      for (int at = 0; at < mark.length; at++) {
        if (at >= head.length || (head[at] & 0xff) != mark[at]) {
          return false;
        }
      }
      return true;
    }
  }
}
