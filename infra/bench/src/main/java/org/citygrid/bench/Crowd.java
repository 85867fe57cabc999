package org.citygrid.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Sixteen senders at the same time, each over a connection of its own.
final class Crowd {
  static final int SENDERS = 16;

  private final int port;

  Crowd(int port) {
    this.port = port;
  }

  /// One thing to send, to its answer.
  @FunctionalInterface
  interface Sending {
    /// @param n which one, from 0
    void send(Wire wire, long n) throws Exception;
  }

  /// As fast as answers come.
  ///
  /// @return answers in a second
  double rush(double seconds, Sending sending) throws Exception {
    AtomicLong next = new AtomicLong();
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    together(_ ->
        wire -> {
          while (System.nanoTime() < end) {
            sending.send(wire, next.getAndIncrement());
          }
        });
    return next.get() / ((System.nanoTime() - start) / 1e9);
  }

  /// The first `count`, as fast as answers come.
  ///
  /// @return seconds it took
  double all(long count, Sending sending) throws Exception {
    AtomicLong next = new AtomicLong();
    long start = System.nanoTime();
    together(_ ->
        wire -> {
          for (long n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
            sending.send(wire, n);
          }
        });
    return (System.nanoTime() - start) / 1e9;
  }

  /// Each at its time, whether or not the ones before are answered.
  ///
  /// @return milliseconds from when each was due to its answer
  List<Double> pace(double aSecond, double seconds, Sending sending) throws Exception {
    List<List<Double>> millis = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      millis.add(new ArrayList<>());
    }
    long count = Math.round(aSecond * seconds);
    long start = System.nanoTime() + 50_000_000L;
    together(sender ->
        wire -> {
          for (long n = sender; n < count; n += SENDERS) {
            long due = start + (long) (n * 1e9 / aSecond);
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
              LockSupport.parkNanos(wait);
            }
            sending.send(wire, n);
            millis.get(sender).add((System.nanoTime() - due) / 1e6);
          }
        });
    return millis.stream().flatMap(List::stream).toList();
  }

  @FunctionalInterface
  private interface Work {
    void on(Wire wire) throws Exception;
  }

  @FunctionalInterface
  private interface Share {
    Work of(int sender);
  }

  private void together(Share share) throws Exception {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      Work work = share.of(sender);
      tasks.add(() -> {
        try (Wire wire = new Wire(port, false)) {
          work.on(wire);
        }
        return null;
      });
    }
    try (var threads = Executors.newFixedThreadPool(SENDERS)) {
      for (Future<Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
    } catch (ExecutionException failed) {
      throw new NotMeasured(String.valueOf(failed.getCause()), failed);
    }
  }
}
