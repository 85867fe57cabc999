package org.citygrid.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The pure functions of the pages, tested by Node's own runner. Node comes with Playwright, so
/// that nobody has to install it.
class RulesOfThePagesTest {
  @Test
  void hold_under_nodes_own_runner() throws Exception {
    List<String> command = new ArrayList<>(List.of(node().toString(), "--test"));
    testFiles().map(Path::toString).forEach(command::add);

    Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(run.waitFor()).as(output).isZero();
    assertThat(output).containsPattern("# tests [1-9]|ℹ tests [1-9]");
  }

  private static Path node() {
    Driver driver =
        Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false);
    return driver.driverDir().resolve("node");
  }

  private static Stream<Path> testFiles() throws IOException {
    return Files.list(Path.of("src", "test", "js"))
        .filter(file -> file.toString().endsWith(".test.mjs"))
        .sorted();
  }
}
