package org.citygrid.asset.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// One catalogue as it lies on the class path: CSV in UTF-8 with a heading line.
record CatalogueFile(String name, String checksum, List<NamedCsvRecord> rows) {
  private static final String FOLDER = "/catalogues/";

  /// Empty when the class path has no such file.
  static Optional<CatalogueFile> find(String name) {
    try (InputStream in = CatalogueFile.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? Optional.empty() : Optional.of(read(name, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("catalogue " + name + " cannot be read", e);
    }
  }

  static CatalogueFile read(String name, byte[] content) throws IOException {
    try (var csv = CsvReader.builder().ofNamedCsvRecord(new String(content, UTF_8))) {
      return new CatalogueFile(name, sha256(content), csv.stream().toList());
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
