package org.citygrid.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Two clients that ask at the same time, each its half of a list, one question after the other.
final class Clients {
  static final int COUNT = 2;
  private static final int WARM_UP_SECONDS = 20;

  private final int port;
  private final boolean gzip;

  Clients(int port, boolean gzip) {
    this.port = port;
    this.gzip = gzip;
  }

  /// What asking a whole list brought.
  ///
  /// @param millis time to each answer
  record Heard(double seconds, List<Double> millis, int largest) {
    double rate() {
      return millis.size() / seconds;
    }
  }

  /// The list `rounds` times over.
  ///
  /// @throws NotMeasured when an answer is neither 200 nor 204
  Heard ask(List<String> paths, int rounds) throws Exception {
    List<Callable<Heard>> tasks = new ArrayList<>();
    for (int client = 0; client < COUNT; client++) {
      List<String> own = share(paths, client);
      tasks.add(() -> askAlone(own, rounds));
    }
    List<Double> millis = new ArrayList<>();
    int largest = 0;
    long start = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(COUNT)) {
      for (Future<Heard> heard : threads.invokeAll(tasks)) {
        millis.addAll(heard.get().millis());
        largest = Math.max(largest, heard.get().largest());
      }
    } catch (ExecutionException failed) {
      throw new NotMeasured(String.valueOf(failed.getCause()), failed);
    }
    return new Heard((System.nanoTime() - start) / 1e9, millis, largest);
  }

  /// Asks the list for some time without counting: the program's compiler needs some ten thousand
  /// answers until they come as fast as they do all day.
  void warmUp(List<String> paths) throws Exception {
    long end = System.nanoTime() + WARM_UP_SECONDS * 1_000_000_000L;
    do {
      ask(paths, 1);
    } while (System.nanoTime() < end);
  }

  /// Every second one, so that both clients have the same work.
  static <T> List<T> share(List<T> whole, int client) {
    List<T> own = new ArrayList<>();
    for (int i = client; i < whole.size(); i += COUNT) {
      own.add(whole.get(i));
    }
    return own;
  }

  private Heard askAlone(List<String> paths, int rounds) throws Exception {
    List<Double> millis = new ArrayList<>(paths.size() * rounds);
    int largest = 0;
    long start = System.nanoTime();
    try (Wire wire = new Wire(port, gzip)) {
      for (int round = 0; round < rounds; round++) {
        for (String path : paths) {
          long before = System.nanoTime();
          Wire.Reply reply = wire.get(path);
          millis.add((System.nanoTime() - before) / 1e6);
          largest = Math.max(largest, reply.bytes());
          if (reply.status() != 200 && reply.status() != 204) {
            throw new NotMeasured(path + " was answered " + reply.status());
          }
        }
      }
    }
    return new Heard((System.nanoTime() - start) / 1e9, millis, largest);
  }
}
