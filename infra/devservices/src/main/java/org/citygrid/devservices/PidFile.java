package org.citygrid.devservices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Remembers one process across programs: its id and when it started, so that a later process that
/// happens to get the same id is never mistaken for it.
///
/// @param path file of one line, `pid epochMillis`
record PidFile(Path path) {

  /// The start time is computed from the time of boot, which moves when the clock is corrected.
  private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(5);

  void write(ProcessHandle process) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, process.pid() + " " + startOf(process).toEpochMilli() + "\n");
    } catch (IOException e) {
      throw new ServiceFailure("The process id could not be written to " + path, e);
    }
  }

  /// The process written here, if it still runs.
  Optional<ProcessHandle> find() {
    try {
      var words = Files.readString(path).strip().split(" ", 2);
      var started = Instant.ofEpochMilli(Long.parseLong(words[1]));
      return ProcessHandle.of(Long.parseLong(words[0]))
          .filter(Processes::isRunning)
          .filter(process -> isNear(startOf(process), started));
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // no file, or half of one: nobody was remembered
    }
  }

  /// Asks the process to end, waits for it, and forces it after `patience`.
  void stop(Duration patience) {
    find().ifPresent(process -> Processes.stop(process, patience));
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new ServiceFailure("The file " + path + " could not be deleted", e);
    }
  }

  private static boolean isNear(Instant a, Instant b) {
    return Duration.between(a, b).abs().compareTo(CLOCK_CORRECTION) < 0;
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}
