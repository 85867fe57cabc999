package org.citygrid.asset.handin;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.citygrid.asset.AssetSettings;
import org.citygrid.platform.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// The folder in which handed-in files lie. Files are named by us, never by their senders.
@Component
final class Spool {
  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

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
    FileOpener.tidy(path(stored.name()));
  }

  /// What was unpacked to read the job's file is not needed any more.
  void tidy(ImportJob job) {
    try {
      FileOpener.tidy(file(job));
    } catch (IOException stays) {
      LOG.warn("what was unpacked of import {} stays for now: {}", job.id(), stays.getMessage());
    }
  }

  /// Deletes what has lain here since before then: files, lists of rejected rows, unpacked zips.
  ///
  /// @return how many
  int sweep(Instant before) {
    int swept = 0;
    try (Stream<Path> all = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      for (Path one : all.toList()) {
        if (Files.getLastModifiedTime(one).toInstant().isBefore(before)) {
          swept += FileSystemUtils.deleteRecursively(one) ? 1 : 0;
        }
      }
    } catch (IOException stays) {
      LOG.warn("old files of imports in {} stay for now: {}", folder, stays.getMessage());
    }
    return swept;
  }

  Path path(String name) {
    return folder.resolve(name);
  }
}
