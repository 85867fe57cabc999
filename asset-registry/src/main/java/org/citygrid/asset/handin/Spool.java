package org.citygrid.asset.handin;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.citygrid.asset.AssetSettings;
import org.citygrid.platform.problem.Problem;
import org.springframework.stereotype.Component;

/// The folder in which handed-in files lie. Files are named by us, never by their senders.
@Component
final class Spool {
  private final Path folder;
  private final long mostBytes;

  Spool(AssetSettings settings) {
    this.folder = settings.importsDir();
    this.mostBytes = settings.maxImport().toBytes();
  }

  /// A file that has come whole.
  record Stored(String name, long bytes) {}

  /// Keeps the bytes; unpacks them where they came packed for the way.
  ///
  /// @throws org.citygrid.platform.problem.ProblemException (413) beyond the greatest size
  Stored keep(InputStream body, boolean packed) throws IOException {
    Files.createDirectories(folder);
    String name = UUID.randomUUID().toString();
    Path file = path(name);
    boolean whole = false;
    try (InputStream in = packed ? new GZIPInputStream(body, 1 << 16) : body;
        OutputStream out = Files.newOutputStream(file)) {
      long bytes = copy(new BufferedInputStream(in), out);
      if (bytes == 0) {
        throw Problem.badRequest("body", "is empty: send the file's bytes").asException();
      }
      whole = true;
      return new Stored(name, bytes);
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }

  private long copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      bytes += n;
      if (bytes > mostBytes) {
        throw Problem.tooLarge(
                "A file for import may have %d MB unpacked (citygrid.asset.max-import)."
                    .formatted(mostBytes >> 20))
            .asException();
      }
      out.write(buffer, 0, n);
    }
    return bytes;
  }

  boolean has(ImportJob job) {
    return Files.exists(path(job.storedAs()));
  }

  Path file(ImportJob job) {
    return path(job.storedAs());
  }

  Path rejectedFile(ImportJob job) {
    return path(job.storedAs() + ".rejected.csv");
  }

  void forget(Stored stored) throws IOException {
    Files.deleteIfExists(path(stored.name()));
  }

  Path path(String name) {
    return folder.resolve(name);
  }
}
