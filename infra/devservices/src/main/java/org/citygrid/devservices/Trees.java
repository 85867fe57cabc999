package org.citygrid.devservices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Folders with all that is in them.
final class Trees {

  private Trees() {}

  /// Deletes the folder and what it holds; a link is deleted together with what it points to.
  static void delete(Path folder) throws IOException {
    if (Files.isSymbolicLink(folder)) {
      if (Files.isDirectory(folder)) {
        delete(folder.toRealPath());
      }
      Files.delete(folder);
    } else if (Files.exists(folder)) {
      try (var paths = Files.walk(folder)) {
        for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }
}
