package org.citygrid.geofile.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;

/// Looks at bytes of text and says which encoding they were most likely written in: UTF-8, GB18030
/// (which contains GBK and GB 2312), or a western one.
///
/// UTF-8 is as good as certain, because no other text has its pattern by chance. For Chinese the
/// 3,755 frequent characters decide, which lie together in GB 2312 and are nine tenths of any text;
/// Russian or western letters in pairs do not fall there so often.
public final class EncodingGuess {
  private long high;
  private long utf8Good;
  private long utf8Bad;
  private long pairs;
  private long frequent;
  private long notGb;

  /// What the bytes so far tell.
  ///
  /// @param certain false when another encoding may fit as well
  public record Guess(Charset charset, boolean certain) {}

  /// How many characters beyond ASCII were seen.
  public long beyondAscii() {
    return high;
  }

  /// Adds a text, or a piece of one: a character cut off at its end does not count.
  public void add(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] >= 0) {
      at++;
    }
    if (at < to) {
      addUtf8(bytes, at, to);
      addGb(bytes, at, to);
    }
  }

  public Guess guess() {
    if (utf8Bad == 0) {
      return new Guess(UTF_8, true);
    }
    if (pairs > 0 && notGb * 20 <= pairs && frequent * 2 >= pairs) {
      return new Guess(Charset.forName("GB18030"), true);
    }
    if (utf8Bad * 20 < utf8Good) {
      return new Guess(UTF_8, false);
    }
    return new Guess(Charset.forName("windows-1252"), false);
  }

  /// Whether all bytes so far are text in `charset`, as far as UTF-8 and the Chinese ones go.
  public boolean fits(Charset charset) {
    return switch (charset.name()) {
      case "UTF-8" -> utf8Bad == 0;
      case "GBK", "GB2312", "GB18030" -> notGb == 0;
      case "US-ASCII" -> high == 0;
      default -> true;
    };
  }

  private void addUtf8(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int lead = bytes[at] & 0xff;
      if (lead < 0x80) {
        at++;
        continue;
      }
      high++;
      int length =
          lead >= 0xf0 && lead < 0xf5
              ? 4
              : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
      int end = Math.min(at + length, to);
      int next = at + 1;
      while (next < end && (bytes[next] & 0xc0) == 0x80) {
        next++;
      }
      if (length == 0 || next < end) {
        utf8Bad++;
      } else if (next == at + length) {
        utf8Good++;
      }
      at = Math.max(next, at + 1);
    }
  }

  private void addGb(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int lead = bytes[at] & 0xff;
      if (lead < 0x80) {
        at++;
      } else if (at + 1 >= to) {
        return;
      } else {
        at += gbLength(lead, bytes[at + 1] & 0xff, at + 3 < to);
      }
    }
  }

  private int gbLength(int lead, int trail, boolean roomForFour) {
    if (lead == 0x80 || lead == 0xff) {
      notGb++;
      return 1;
    }
    if (trail >= 0x30 && trail <= 0x39) {
      pairs++;
      return roomForFour ? 4 : 2;
    }
    if (trail < 0x40 || trail == 0x7f || trail == 0xff) {
      notGb++;
      return 1;
    }
    pairs++;
    boolean hanzi = lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1;
    boolean punctuation = (lead == 0xa1 || lead == 0xa3) && trail >= 0xa1;
    frequent += hanzi || punctuation ? 1 : 0;
    return 2;
  }
}
