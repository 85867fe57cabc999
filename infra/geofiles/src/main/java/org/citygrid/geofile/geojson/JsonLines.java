package org.citygrid.geofile.geojson;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.citygrid.geofile.UnreadableFile;

/// Cuts a stream into texts: at each record separator where there are any (RFC 8142), else at each
/// end of line.
final class JsonLines {
  private static final int LONGEST = 1 << 26;
  private static final byte SEPARATOR = 0x1e;

  private final InputStream in;
  private final byte end;
  private byte[] buffer = new byte[1 << 17];
  private int from;
  private int filled;
  private long line = 1;
  private long linesInside;
  private int textFrom;
  private int textTo;

  JsonLines(InputStream in, boolean separators) {
    this.in = in;
    this.end = separators ? SEPARATOR : (byte) '\n';
  }

  /// Goes to the next text; blank ones are left out.
  boolean next() throws IOException {
    while (true) {
      line += linesInside;
      linesInside = 0;
      int at = from;
      while (true) {
        while (at < filled && buffer[at] != end) {
          linesInside += buffer[at] == '\n' ? 1 : 0;
          at++;
        }
        if (at < filled) {
          break;
        }
        int kept = at - from;
        if (!fill()) {
          return strip(from, filled, filled);
        }
        at = from + kept;
      }
      linesInside += end == '\n' ? 1 : 0;
      if (strip(from, at, at + 1)) {
        return true;
      }
    }
  }

  byte[] buffer() {
    return buffer;
  }

  int textFrom() {
    return textFrom;
  }

  int textLength() {
    return textTo - textFrom;
  }

  /// On which the text begins, from 1.
  long line() {
    return line;
  }

  private boolean strip(int start, int stop, int next) {
    from = next;
    textFrom = start;
    textTo = stop;
    while (textFrom < textTo && buffer[textFrom] <= ' ' && buffer[textFrom] >= 0) {
      textFrom++;
    }
    while (textTo > textFrom && buffer[textTo - 1] <= ' ' && buffer[textTo - 1] >= 0) {
      textTo--;
    }
    return textTo > textFrom;
  }

  private boolean fill() throws IOException {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, filled - from);
      filled -= from;
      from = 0;
    }
    if (filled == buffer.length) {
      if (buffer.length >= LONGEST) {
        throw new UnreadableFile("line %d is longer than 64 MB".formatted(line));
      }
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(read, 0);
    return read > 0;
  }
}
