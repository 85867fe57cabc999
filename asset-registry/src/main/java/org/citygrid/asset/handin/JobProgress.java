package org.citygrid.asset.handin;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.citygrid.asset.column.Reject;
import org.citygrid.asset.survey.SurveyCancelled;
import org.citygrid.asset.survey.Watch;
import org.jspecify.annotations.Nullable;

/// How far a running job has come: written by the threads at work, read by whoever shows it.
final class JobProgress implements Watch, Closeable {
  private final long id;
  private final Path file;
  private @Nullable RejectedFile rejected;
  private final AtomicLong rows = new AtomicLong();
  private volatile Phase phase = Phase.READING;
  private volatile LongSupplier bytes = () -> 0;
  private volatile @Nullable Long total;
  private volatile @Nullable Integer backend;
  private volatile boolean cancelled;

  /// @param file of the refused rows
  JobProgress(long id, Path file) {
    this.id = id;
    this.file = file;
    again();
  }

  @Override
  public void phase(Phase next) {
    phase = next;
    stopIfCancelled();
  }

  @Override
  public void row() {
    rows.incrementAndGet();
    stopIfCancelled();
  }

  @Override
  public synchronized void rejected(List<Reject> reasons) {
    if (rejected != null) {
      rejected.add(reasons);
    }
  }

  @Override
  public void backend(int process) {
    backend = process;
  }

  void cancel() {
    cancelled = true;
  }

  boolean isCancelled() {
    return cancelled;
  }

  void reading(LongSupplier bytesRead, @Nullable Long rowsTotal) {
    bytes = bytesRead;
    total = rowsTotal;
  }

  @Override
  public synchronized void again() {
    rows.set(0);
    phase = Phase.READING;
    close();
    try {
      rejected = new RejectedFile(file);
    } catch (IOException broken) {
      throw new UncheckedIOException("the list of refused rows could not be begun", broken);
    }
  }

  @Override
  public synchronized void close() {
    if (rejected != null) {
      rejected.close();
      rejected = null;
    }
  }

  private void stopIfCancelled() {
    if (cancelled) {
      throw new SurveyCancelled();
    }
  }

  long id() {
    return id;
  }

  String phaseWord() {
    return phase.name().toLowerCase(Locale.ROOT);
  }

  long rows() {
    return rows.get();
  }

  long bytes() {
    return bytes.getAsLong();
  }

  @Nullable Long total() {
    return total;
  }

  @Nullable Integer backend() {
    return backend;
  }
}
