package org.citygrid.geofile.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citygrid.geofile.UnreadableFile;

/// Keeps a small packed file from filling the disk.
final class UnpackLimit {
  private static final long ALWAYS = 1L << 30;
  private static final long MOST_TIMES = 1000;

  private UnpackLimit() {}

  /// Copies all of `in`; at most half of the free disk, and no more than any honest packing gives.
  static void copy(InputStream in, Path target, long packedSize) throws IOException {
    long free = Files.getFileStore(target.toAbsolutePath().getParent()).getUsableSpace() / 2;
    long most = Math.min(free, Math.max(ALWAYS, packedSize * MOST_TIMES));
    byte[] buffer = new byte[1 << 16];
    long copied = 0;
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        copied += read;
        if (copied > most) {
          throw new UnreadableFile(
              "unpacked, the file is larger than %d MB, for which there is no room"
                  .formatted(most >> 20));
        }
        out.write(buffer, 0, read);
      }
    }
  }
}
