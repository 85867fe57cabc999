package org.citygrid.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RememberingAProcessTest {

  @TempDir private Path folder;

  @Test
  void a_running_process_is_found_again() {
    var file = new PidFile(folder.resolve("one.pid"));

    file.write(ProcessHandle.current());

    assertThat(file.find()).contains(ProcessHandle.current());
  }

  @Test
  void a_later_process_with_the_same_id_is_somebody_else() throws IOException {
    var file = folder.resolve("one.pid");

    Files.writeString(file, ProcessHandle.current().pid() + " 1000\n");

    assertThat(new PidFile(file).find()).isEmpty();
  }

  @Test
  void no_file_and_half_a_file_remember_nobody() throws IOException {
    var half = Files.writeString(folder.resolve("half.pid"), "12");

    assertThat(new PidFile(half).find()).isEmpty();
    assertThat(new PidFile(folder.resolve("none.pid")).find()).isEmpty();
  }

  @Test
  void stopping_ends_the_process_and_forgets_it() {
    var file = new PidFile(folder.resolve("sleep.pid"));
    var process = Processes.detach(List.of("sleep", "600"), folder.resolve("sleep.log"));
    file.write(process);

    file.stop(Duration.ofSeconds(5));

    assertThat(process.isAlive()).isFalse();
    assertThat(file.path()).doesNotExist();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_process_that_ended_and_is_only_listed_runs_no_more() {
    // A child of a program that never asks after its children, as a container's first process is.
    var parent =
        Processes.detach(List.of("sh", "-c", "sleep 600 & exec sleep 600"), folder.resolve("log"));
    try {
      assertThat(Processes.waitUntil(() -> childOf(parent).isPresent(), Duration.ofSeconds(5)))
          .isTrue();
      var child = childOf(parent).orElseThrow();
      var file = new PidFile(folder.resolve("child.pid"));
      file.write(child);

      file.stop(Duration.ofSeconds(5));
      file.write(child);

      assertThat(file.find()).isEmpty();
    } finally {
      parent.destroyForcibly();
    }
  }

  private static Optional<ProcessHandle> childOf(ProcessHandle parent) {
    return parent
        .children()
        .filter(c -> c.info().command().orElse("").endsWith("/sleep"))
        .filter(c -> parent.info().command().orElse("").endsWith("/sleep"))
        .findAny();
  }
}
