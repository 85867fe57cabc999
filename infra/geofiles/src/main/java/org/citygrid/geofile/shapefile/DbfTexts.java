package org.citygrid.geofile.shapefile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/// Decodes the texts of a table. A last character that the field's width cut in two is left out.
final class DbfTexts {
  private final CharsetDecoder decoder;
  private final CharBuffer chars = CharBuffer.allocate(1 << 16);

  DbfTexts(Charset charset) {
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
  }

  /// @return null when it is blank
  @SuppressWarnings("deprecation") // copies ASCII without decoding
  @Nullable String text(byte[] bytes, int from, int to) {
    int end = from;
    boolean ascii = true;
    int last = from;
    for (; end < to && bytes[end] != 0; end++) {
      ascii &= bytes[end] > 0;
      last = bytes[end] == ' ' ? last : end + 1;
    }
    if (last == from) {
      return null;
    }
    if (ascii) {
      return new String(bytes, 0, from, last - from);
    }
    chars.clear();
    decoder.reset();
    decoder.decode(ByteBuffer.wrap(bytes, from, last - from), chars, false);
    return chars.flip().toString();
  }
}
