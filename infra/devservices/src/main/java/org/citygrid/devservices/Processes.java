package org.citygrid.devservices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Starting and ending other programs.
final class Processes {

  private static final Duration POLL = Duration.ofMillis(50);

  private Processes() {}

  /// Runs a program to its end and returns what it wrote.
  ///
  /// @throws ServiceFailure with the last lines of its output if it ends with anything but 0
  static String run(List<String> command, Duration patience) {
    try {
      Path output = Files.createTempFile("citygrid-", ".out");
      try {
        var process = begin(command, ProcessBuilder.Redirect.to(output.toFile()));
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
          throw new ServiceFailure(command.getFirst() + " did not end within " + patience);
        }
        if (process.exitValue() != 0) {
          throw new ServiceFailure(
              command.getFirst() + " ended with " + process.exitValue() + tail(output));
        }
        return Files.readString(output);
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new ServiceFailure(command.getFirst() + " could not be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceFailure(command.getFirst() + " was interrupted", e);
    }
  }

  /// Starts a program that outlives this one and hears no Ctrl-C: whoever started it stops it.
  static ProcessHandle detach(List<String> command, Path log) {
    var shell = new ArrayList<>(List.of("sh", "-c", "trap '' INT QUIT HUP; exec \"$@\"", "sh"));
    shell.addAll(command);
    try {
      return begin(shell, ProcessBuilder.Redirect.appendTo(log.toFile())).toHandle();
    } catch (IOException e) {
      throw new ServiceFailure(command.getFirst() + " could not be started", e);
    }
  }

  private static Process begin(List<String> command, ProcessBuilder.Redirect output)
      throws IOException {
    return new ProcessBuilder(command)
        .directory(Path.of("/").toFile()) // a folder that every user may enter
        .redirectErrorStream(true)
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectOutput(output)
        .start();
  }

  static void stop(ProcessHandle process, Duration patience) {
    process.destroy();
    if (!waitUntil(() -> !isRunning(process), patience)) {
      process.destroyForcibly();
      waitUntil(() -> !isRunning(process), Duration.ofSeconds(5));
    }
  }

  /// Whether it still runs. An ended process is listed until its parent asks after it, and to the
  /// JDK it is alive until then: for ever in a container whose first process never asks.
  static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && !isListedOnly(process.pid());
  }

  private static boolean isListedOnly(long pid) {
    try {
      var status = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
      return status.startsWith(") Z", status.lastIndexOf(')'));
    } catch (IOException e) {
      return false; // no Linux, or gone since
    }
  }

  /// Whether the condition came true in time.
  static boolean waitUntil(BooleanSupplier condition, Duration patience) {
    Instant end = Instant.now().plus(patience);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        return false;
      }
      pause(POLL);
    }
    return true;
  }

  static void pause(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceFailure("Interrupted while waiting", e);
    }
  }

  /// The last lines of a log, for a message; empty if there is none.
  static String tail(Path log) {
    try {
      var lines = Files.readAllLines(log);
      return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    } catch (IOException e) {
      return "";
    }
  }
}
