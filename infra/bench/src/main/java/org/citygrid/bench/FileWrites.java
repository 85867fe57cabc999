package org.citygrid.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/// How many pictures a second the disk takes, each a file of its own that is synced.
final class FileWrites {
  private final Path folder;
  private final Pictures pictures;

  FileWrites(Path folder, Pictures pictures) {
    this.folder = folder;
    this.pictures = pictures;
  }

  double rate(double seconds) throws Exception {
    Files.createDirectories(folder);
    AtomicLong written = new AtomicLong();
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    List<Callable<Void>> writers = new ArrayList<>();
    for (int n = 0; n < Crowd.SENDERS; n++) {
      writers.add(() -> {
        while (System.nanoTime() < end) {
          write(folder.resolve(written.getAndIncrement() + ".jpg"), pictures.next());
        }
        return null;
      });
    }
    try (var threads = Executors.newFixedThreadPool(Crowd.SENDERS)) {
      for (Future<Void> done : threads.invokeAll(writers)) {
        done.get();
      }
    }
    double rate = written.get() / ((System.nanoTime() - start) / 1e9);
    clear();
    return rate;
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (var out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
  }

  private void clear() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
