package org.citygrid.devservices;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// Random passwords, and files that only their owner may read.
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /// 128 random bits in hexadecimal: nothing that a shell, a URL or SQL would have to quote.
  static String random() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// Writes lines of `name=value` that no one else may read; the file is whole or not there.
  static void write(Path file, Map<String, String> values) {
    var text = new StringBuilder();
    new TreeMap<>(values).forEach((name, value) -> text.append(name + "=" + value + "\n"));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(draft);
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, text);
      Files.move(draft, file, REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ServiceFailure("The file " + file + " could not be written", e);
    }
  }

  /// What [#write] wrote; empty if there is no such file.
  static Properties read(Path file) {
    var values = new Properties();
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        values.load(reader);
      } catch (IOException e) {
        throw new ServiceFailure("The file " + file + " could not be read", e);
      }
    }
    return values;
  }
}
