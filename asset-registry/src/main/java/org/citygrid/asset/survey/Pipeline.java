package org.citygrid.asset.survey;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/// Reads, judges and encodes on one thread while the calling thread hands the bytes to the
/// database: so both are at work. A few pieces wait in between, never more.
final class Pipeline {
  private static final int WAITING = 8;
  private static final byte[] END = new byte[0];

  private final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(WAITING);
  private volatile @Nullable Throwable failure;

  private Pipeline() {}

  /// Writes all rows. Runs on a thread of its own.
  @FunctionalInterface
  interface Producer {
    void produce(CopyBinary rows) throws IOException;
  }

  /// Fails as the producer fails, or as the database does; the copy is then cancelled.
  static void run(CopyIn copy, Producer producer) throws IOException, SQLException {
    new Pipeline().carry(copy, producer);
  }

  private void carry(CopyIn copy, Producer producer) throws IOException, SQLException {
    Thread reader = Thread.ofPlatform().name("survey-reader").start(() -> produce(producer));
    try {
      for (byte[] piece = queue.take(); piece != END; piece = queue.take()) {
        copy.writeToCopy(piece, 0, piece.length);
      }
      rethrow();
      copy.endCopy();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new SurveyCancelled();
    } finally {
      end(reader);
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void produce(Producer producer) {
    try {
      CopyBinary rows = new CopyBinary(this::put);
      producer.produce(rows);
      rows.end();
    } catch (Throwable broken) { // told by the thread that waits for us
      failure = broken;
    }
    try {
      queue.put(END);
    } catch (InterruptedException nobodyWaits) {
      Thread.currentThread().interrupt();
    }
  }

  private void put(byte[] piece) {
    try {
      queue.put(piece);
    } catch (InterruptedException nobodyWaits) {
      Thread.currentThread().interrupt();
      throw new SurveyCancelled();
    }
  }

  private static void end(Thread reader) {
    reader.interrupt();
    boolean interrupted = false;
    while (reader.isAlive()) {
      try {
        reader.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void rethrow() throws IOException {
    switch (failure) {
      case null -> {}
      case IOException broken -> throw broken;
      case RuntimeException broken -> throw broken;
      case Error broken -> throw broken;
      default -> throw new IllegalStateException(failure);
    }
  }
}
