package org.citygrid.platform.message;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// A thread that works round after round for as long as the program runs, or until it says it is
/// done.
final class Worker implements SmartLifecycle {
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private final String name;
  private final Round round;
  private volatile @Nullable Thread thread;

  Worker(String name, Round round) {
    this.name = name;
    this.round = round;
  }

  /// One round of work.
  @FunctionalInterface
  interface Round {
    /// @return false when there is nothing left to do, ever
    boolean work() throws InterruptedException;
  }

  @Override
  public void start() {
    Thread started = Thread.ofPlatform().name(name).unstarted(this::workOn);
    thread = started;
    started.start();
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running == null) {
      return;
    }
    running.interrupt();
    try {
      running.join(PATIENCE);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void workOn() {
    try {
      boolean more = true;
      while (more && thread == Thread.currentThread()) {
        more = round.work();
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt(); // by stop(): the thread ends here
    }
  }
}
