package org.citygrid.geofile.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for the time of one reading or writing, gone afterwards.
public final class WorkFolder implements Closeable {
  private final Path path;

  public WorkFolder() throws IOException {
    path = Files.createTempDirectory("citygrid-geofile");
  }

  public Path file(String name) {
    return path.resolve(name);
  }

  /// Copies what came packed into a file of this folder.
  ///
  /// @param packedSize in bytes: how much it may become depends on it
  public Path unpack(InputStream in, String name, long packedSize) throws IOException {
    Path target = file(name);
    UnpackLimit.copy(in, target, packedSize);
    return target;
  }

  @Override
  public void close() throws IOException {
    if (!Files.exists(path)) {
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
