package org.citygrid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citygrid.bench.Door.Person;
import org.citygrid.data.api.Multipart;

/// How fast reports with a photo come in, what each costs the program, and how fast the photos are
/// written anew afterwards. What a run leaves to be written anew is thrown away before the next
/// begins, so that neither we nor the baseline pay for it.
final class PhotoBench implements Benchmark {
  private static final String COLLECTOR = "bench-collector";
  private static final int SECONDS = 6;
  private static final double WARM_UP_SECONDS = 20;
  private static final int PREPARING_SECONDS = 10;

  private final Rig rig;
  private final Path received;

  PhotoBench(Rig rig) {
    this.rig = rig;
    this.received = rig.folder().resolve("photos/received");
  }

  @Override
  public void run(Ledger ledger) throws Exception {
    rig.load();
    Door door = rig.door();
    door.employ(List.of(new Person(COLLECTOR, "COLLECTOR", null)), IntakeBench.TOWN);
    try (Feed feed = new Feed(rig)) {
      Senders senders = new Senders(feed, door.tokenOf(COLLECTOR));
      senders.rush(WARM_UP_SECONDS);
      senders.againstTheDisk(ledger);
      senders.thenWrittenAnew(ledger);
    }
  }

  private final class Senders {
    private final Feed feed;
    private final String collector;
    private final Reports reports = new Reports(rig, IntakeBench.TOWN);
    private final Pictures pictures = new Pictures();
    private final Crowd crowd = new Crowd(rig.app(Map.of()).port());
    private final List<Double> millis = new ArrayList<>();

    Senders(Feed feed, String collector) throws Exception {
      this.feed = feed;
      this.collector = collector;
    }

    void againstTheDisk(Ledger ledger) throws Exception {
      millis.clear();
      FileWrites files = new FileWrites(rig.folder().resolve("bare-photos"), pictures);
      Comparison comparison =
          Comparison.inTurns(
              rig.wish().pairs(),
              () -> {
                rest();
                return rush(SECONDS);
              },
              () -> {
                rest();
                return files.rate(SECONDS);
              });
      ledger.enter(
          Finding.compared(
              "photos",
              "a report with a photo of %,d KB, 16 senders".formatted(pictures.kilobytes()),
              "reports/s",
              "the same bytes written and synced, 16 threads",
              comparison,
              Finding.Target.atLeast(0.5)));
      ledger.enter(
          Finding.alone(
              "photos",
              "processor time of the program for each of them",
              new Series(millis),
              "ms",
              null));
    }

    /// With what is left of the last rush.
    void thenWrittenAnew(Ledger ledger) throws Exception {
      rest();
      rush(SECONDS);
      feed.awaitRest();
      List<Double> rates = new ArrayList<>();
      for (int run = 0; run < rig.wish().pairs(); run++) {
        long before = waiting();
        long start = System.nanoTime();
        Thread.sleep(Duration.ofSeconds(PREPARING_SECONDS));
        rates.add((before - waiting()) / ((System.nanoTime() - start) / 1e9));
      }
      forget();
      ledger.enter(
          Finding.alone(
              "photos", "photos written anew in a lull", new Series(rates), "photos/s", null));
    }

    double rush(double seconds) throws Exception {
      long before = processorMillis();
      long start = System.nanoTime();
      double rate = crowd.rush(seconds, this::send);
      double sent = rate * (System.nanoTime() - start) / 1e9;
      millis.add((processorMillis() - before) / sent);
      return rate;
    }

    private void rest() throws Exception {
      feed.awaitRest();
      forget();
    }

    private long processorMillis() throws Exception {
      return ProcessHandle.of(rig.app(Map.of()).pid())
          .flatMap(program -> program.info().totalCpuDuration())
          .orElseThrow(() -> new NotMeasured("nobody tells the program's processor time"))
          .toMillis();
    }

    private void send(Wire wire, long n) throws Exception {
      Multipart form = new Multipart().json("report", reports.form("合成上报 (synthetic) " + n));
      form.jpeg("photos", "synthetic.jpg", pictures.next());
      wire.post(
              "/api/reports",
              collector,
              "Content-Type: %s\r\nIdempotency-Key: %s\r\n"
                  .formatted(form.mediaType(), UUID.randomUUID()),
              form.body())
          .orThrow("a report");
    }
  }

  private long waiting() throws SQLException {
    try (var connection = rig.connect()) {
      return Rig.number(connection, "select count(*) from intake.photo where state = 'received'");
    }
  }

  /// Nobody may be at work.
  private void forget() throws SQLException, IOException {
    try (var connection = rig.connect()) {
      Rig.execute(connection, "delete from intake.photo where state = 'received'");
    }
    try (var files = Files.list(received)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException nothing) {
      // nothing came in yet
    }
    rig.checkpoint();
  }
}
