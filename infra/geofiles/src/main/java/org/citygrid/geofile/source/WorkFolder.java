package org.citygrid.geofile.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for the time of one reading or writing, gone afterwards; or one that is kept, so that
/// the next reading finds unpacked what this one unpacked.
public final class WorkFolder implements Closeable {
  private final Path path;
  private final boolean kept;

  public WorkFolder() throws IOException {
    this(Files.createTempDirectory("citygrid-geofile"), false);
  }

  private WorkFolder(Path path, boolean kept) {
    this.path = path;
    this.kept = kept;
  }

  /// @param path made if it is not there; whoever names it deletes it
  public static WorkFolder kept(Path path) throws IOException {
    return new WorkFolder(Files.createDirectories(path), true);
  }

  public Path file(String name) {
    return path.resolve(name);
  }

  /// Copies what came packed into a file of this folder.
  ///
  /// @param packedSize in bytes: how much it may become depends on it
  public Path unpack(InputStream in, String name, long packedSize) throws IOException {
    Path target = file(name);
    if (kept && Files.exists(target)) {
      return target;
    }
    Path growing = Files.createTempFile(path, "growing", null);
    try {
      UnpackLimit.copy(in, growing, packedSize);
      return Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(growing);
    }
  }

  @Override
  public void close() throws IOException {
    if (kept || !Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    }
  }
}
