package org.citygrid.geofile.shapefile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citygrid.geofile.Described.Warning;
import org.citygrid.geofile.text.EncodingGuess;
import org.citygrid.geofile.text.TextFile;
import org.jspecify.annotations.Nullable;

/// In which encoding the texts of a table are, and how that is known.
record DbfEncoding(Charset charset, String from, List<Warning> warnings) {

  /// What was asked for goes first, then the `.cpg` file, then the table's own mark, unless the
  /// texts themselves contradict; last the texts.
  static DbfEncoding of(DbfTable table, @Nullable Path cpg, @Nullable Charset asked)
      throws IOException {
    if (asked != null) {
      return new DbfEncoding(asked, "asked for", List.of());
    }
    EncodingGuess texts = table.guess();
    @Nullable Charset told = cpg == null ? null : fromCpg(cpg);
    String from = "the .cpg file";
    if (told == null) {
      told = fromLanguage(table.language());
      from = "the .dbf file's heading";
    }
    EncodingGuess.Guess guess = texts.guess();
    if (texts.beyondAscii() == 0) {
      return told != null
          ? new DbfEncoding(told, from, List.of())
          : new DbfEncoding(UTF_8, "all of it is ASCII", List.of());
    }
    if (told == null) {
      return new DbfEncoding(guess.charset(), "guessed from the text", TextFile.doubts(guess));
    }
    boolean contradicted = !texts.fits(told) || (isWestern(told) && !isWestern(guess.charset()));
    if (!contradicted || !guess.certain()) {
      List<Warning> doubts = new ArrayList<>();
      if (contradicted) {
        doubts.add(new Warning("encoding-doubtful", "Some texts are no " + told.name() + "."));
      }
      return new DbfEncoding(told, from, doubts);
    }
    return new DbfEncoding(
        guess.charset(),
        "guessed from the text",
        List.of(
            new Warning(
                "encoding-contradicted",
                "According to %s the texts are %s, but they are %s."
                    .formatted(from, told.name(), guess.charset().name()))));
  }

  private static boolean isWestern(Charset charset) {
    return charset.name().equals("windows-1252") || charset.name().startsWith("ISO-8859-1");
  }

  private static @Nullable Charset fromCpg(Path cpg) throws IOException {
    byte[] head;
    try (var in = Files.newInputStream(cpg)) {
      head = in.readNBytes(64);
    }
    String name = new String(head, ISO_8859_1).strip().toLowerCase(Locale.ROOT);
    String digits = name.replaceAll("\\D", "");
    if (name.contains("utf") || digits.equals("65001")) {
      return find("UTF-8");
    }
    return switch (digits) {
      case "936", "2312" -> find("GBK");
      case "54936", "18030" -> find("GB18030");
      case "950" -> find("Big5");
      case "932" -> find("windows-31j");
      case "949" -> find("x-windows-949");
      case "437", "850", "852", "866" -> find("IBM" + digits);
      case "1250", "1251", "1252", "1253", "1254", "1255", "1256", "1257", "1258" ->
          find("windows-" + digits);
      default ->
          digits.startsWith("8859") && digits.length() > 4
              ? find("ISO-8859-" + digits.substring(4))
              : find(name);
    };
  }

  private static @Nullable Charset fromLanguage(int language) {
    return switch (language) {
      case 0x4d, 0x7a -> find("GBK");
      case 0x4f, 0x78 -> find("Big5");
      case 0x13, 0x7b -> find("windows-31j");
      case 0x4e, 0x79 -> find("x-windows-949");
      case 0xc9 -> find("windows-1251");
      case 0xc8 -> find("windows-1250");
      case 0x26, 0x65 -> find("IBM866");
      case 0x03, 0x58, 0x59 -> find("windows-1252");
      default -> null;
    };
  }

  private static @Nullable Charset find(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return null;
    }
  }
}
