package org.citygrid.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// `./citygrid bench [NAME…] [--size 1m|12m|N] [--cases N] [--pairs 5]`. Exit code 1 only when
/// something could not be measured; a target that is missed is a finding.
public final class Bench {
  private Bench() {}

  @SuppressWarnings("SystemOut") // a command's answer belongs there
  public static void main(String[] arguments) {
    Wish wish;
    try {
      wish = Wish.read(List.of(arguments));
    } catch (IllegalArgumentException wrong) {
      System.err.println("citygrid: " + wrong.getMessage());
      System.exit(2);
      return;
    }
    try {
      measure(wish);
    } catch (NotMeasured failed) {
      System.err.println("\nFailed: " + failed.getMessage());
      System.exit(1);
    } catch (Exception failed) {
      failed.printStackTrace();
      System.exit(1);
    }
  }

  @SuppressWarnings("SystemOut")
  private static void measure(Wish wish) throws Exception {
    Path home = Path.of(System.getProperty("citygrid.home", ".")).toAbsolutePath();
    Path jar = home.resolve(".citygrid/app/citygrid.jar");
    try (Rig rig = new Rig(home.resolve(".citygrid/bench"), jar, wish)) {
      var circumstances =
          new Ledger.Circumstances(
              wish.size(),
              wish.components(),
              wish.pairs(),
              Machine.here(rig.postgres()),
              Instant.now().truncatedTo(ChronoUnit.SECONDS));
      System.out.println(
          "%,d components (synthetic, %s, seed 7), %d pairs in turns after one of each to warm up"
              .formatted(wish.components(), wish.city(), wish.pairs()));
      System.out.println(circumstances.machine());
      Ledger ledger = new Ledger(home.resolve("target/bench"), System.out, circumstances);
      for (String name : wish.names()) {
        ledger.begin(name);
        benchmark(name, rig).run(ledger);
      }
    }
  }

  private static Benchmark benchmark(String name, Rig rig) {
    return switch (name) {
      case "import" -> new ImportBench(rig);
      case "tiles" -> new TileBench(rig);
      case "nearest" -> new NearestBench(rig);
      case "features" -> new FeatureBench(rig);
      case "intake" -> new IntakeBench(rig);
      case "photos" -> new PhotoBench(rig);
      case "workflow" -> new WorkflowBench(rig);
      case "stats" -> new StatsBench(rig);
      default -> throw new IllegalArgumentException("no benchmark named " + name);
    };
  }
}
