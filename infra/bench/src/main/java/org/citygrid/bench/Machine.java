package org.citygrid.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Where the figures come from: a ratio travels, a rate does not.
///
/// @param load one-minute load average when the run began; below 0 where the system does not tell
record Machine(
    String processor,
    int cores,
    String memory,
    String system,
    String java,
    String postgres,
    double load) {

  static Machine here(String postgres) {
    var runtime = Runtime.getRuntime();
    return new Machine(
        field(Path.of("/proc/cpuinfo"), "model name"),
        runtime.availableProcessors(),
        field(Path.of("/proc/meminfo"), "MemTotal"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
        postgres,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String field(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown"; // no Linux
    }
  }
}
