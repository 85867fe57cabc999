package org.citygrid.intake.photo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Forces the names in one folder to disk, for all who ask meanwhile at once: whoever put a file
/// there before a sync began is served by it.
final class SharedSync {
  private final Path folder;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private long asked;
  private long done;
  private boolean running;

  SharedSync(Path folder) {
    this.folder = folder;
  }

  /// When this returns, every name that was in the folder before the call survives a power cut.
  void sync() throws IOException {
    lock.lock();
    try {
      long mine = ++asked;
      while (done < mine) {
        if (running) {
          ended.awaitUninterruptibly();
        } else {
          syncForAll();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /// Those who ask while it runs wait for the next one; when it fails each of them tries again.
  private void syncForAll() throws IOException {
    running = true;
    long upTo = asked;
    lock.unlock();
    boolean synced = false;
    try {
      force(folder);
      synced = true;
    } finally {
      lock.lock();
      running = false;
      if (synced) {
        done = upTo;
      }
      ended.signalAll();
    }
  }

  static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
