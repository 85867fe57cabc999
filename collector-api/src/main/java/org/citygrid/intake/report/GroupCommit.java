package org.citygrid.intake.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Lets writes that arrive together share one commit. A writer takes whatever waits, up to a limit,
/// and writes it at once: an idle system answers without delay, a busy one groups by itself,
/// because more arrives while a commit is under way.
///
/// Each caller is answered only after the commit that holds its write.
final class GroupCommit<T, R> implements AutoCloseable {
  private final BlockingQueue<Waiting<T, R>> queue;
  private final Function<List<T>, List<R>> writeAll;
  private final Predicate<RuntimeException> shared;
  private final int limit;
  private final Duration patience;
  private final List<Thread> writers = new ArrayList<>();

  private record Waiting<T, R>(T item, CompletableFuture<R> answer) {}

  /// @param writeAll writes all items in one transaction and answers each, in their order; when it
  ///   throws, nothing is written
  /// @param shared whether a failure would meet every item alike, such as a database that is down
  /// @param writerCount transactions under way at once
  /// @param limit items in one transaction
  /// @param patience how long a caller waits before [Overloaded]
  GroupCommit(
      Function<List<T>, List<R>> writeAll,
      Predicate<RuntimeException> shared,
      int writerCount,
      int limit,
      Duration patience) {
    this.queue = new LinkedBlockingQueue<>(limit * writerCount * 50);
    this.writeAll = writeAll;
    this.shared = shared;
    this.limit = limit;
    this.patience = patience;
    for (int n = 0; n < writerCount; n++) {
      writers.add(Thread.ofVirtual().name("group-commit-" + n).start(this::writeForever));
    }
  }

  /// Nobody can say in time whether the item was written; the caller may send it again.
  static final class Overloaded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overloaded(String message) {
      super(message);
    }
  }

  /// Waits for the commit.
  ///
  /// @throws Overloaded when too many wait or the database takes too long
  /// @throws RuntimeException whatever the writing of this item threw
  R write(T item) {
    Waiting<T, R> waiting = new Waiting<>(item, new CompletableFuture<>());
    if (!queue.offer(waiting)) {
      throw new Overloaded("too many writes wait");
    }
    try {
      return waiting.answer().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("the write failed", failed.getCause());
    } catch (TimeoutException late) {
      throw new Overloaded("no commit within " + patience);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new Overloaded("stopped while waiting for a commit");
    }
  }

  private void writeForever() {
    try {
      while (true) {
        List<Waiting<T, R>> group = new ArrayList<>();
        group.add(queue.take());
        queue.drainTo(group, limit - 1);
        writeGroup(group);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /// One bad item must not spoil the others: a group that fails is written again one by one, unless
  /// it failed for a reason that all share.
  private void writeGroup(List<Waiting<T, R>> group) {
    RuntimeException failure = tryWrite(group);
    if (failure == null) {
      return;
    }
    boolean alone = group.size() == 1;
    for (Waiting<T, R> waiting : group) {
      RuntimeException own = alone || shared.test(failure) ? failure : tryWrite(List.of(waiting));
      if (own != null) {
        waiting.answer().completeExceptionally(own);
      }
    }
  }

  private @Nullable RuntimeException tryWrite(List<Waiting<T, R>> group) {
    try {
      List<R> answers = writeAll.apply(group.stream().map(Waiting::item).toList());
      for (int at = 0; at < group.size(); at++) {
        group.get(at).answer().complete(answers.get(at));
      }
      return null;
    } catch (RuntimeException failure) {
      return failure;
    }
  }

  @Override
  public void close() {
    writers.forEach(Thread::interrupt);
  }
}
