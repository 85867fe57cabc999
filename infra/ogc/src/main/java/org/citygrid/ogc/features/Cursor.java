package org.citygrid.ogc.features;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/// Where a page ended; opaque to callers.
///
/// @param after the key of its last feature
/// @param many whether more features match than are counted
record Cursor(String after, boolean many) {
  String encode() {
    String text = (many ? "m" : "f") + after;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  static Optional<Cursor> decode(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
      boolean ours = plain.length() > 1 && "mf".indexOf(plain.charAt(0)) >= 0;
      return ours && plain.indexOf(0) < 0
          ? Optional.of(new Cursor(plain.substring(1), plain.charAt(0) == 'm'))
          : Optional.empty();
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }
}
