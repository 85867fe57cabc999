package org.citygrid.intake.photo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// What a file is by its first bytes; its name and its declared type are claims and are not asked.
enum PhotoType {
  JPEG,
  PNG,
  WEBP,
  HEIC,
  GIF,
  OTHER;

  static PhotoType of(byte[] file) {
    String head = new String(file, 0, Math.min(file.length, 16), ISO_8859_1);
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return WEBP;
    }
    if (head.startsWith("ftyphe", 4)
        || head.startsWith("ftypmif1", 4)
        || head.startsWith("ftypavif", 4)) {
      return HEIC;
    }
    return head.startsWith("GIF8") ? GIF : OTHER;
  }
}
