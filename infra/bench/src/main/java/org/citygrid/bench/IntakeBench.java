package org.citygrid.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citygrid.bench.Door.Person;

/// How fast reports come in and become cases: with nothing behind, and with millions of cases; and
/// how well repeated reports are recognised.
final class IntakeBench implements Benchmark {
  static final String TOWN = "990001001";

  private static final String COUNTY = "990001";
  private static final String ACCEPTOR = "bench-acceptor";
  private static final String COLLECTOR = "bench-collector";
  private static final int POURED = 20_000;
  private static final int SECONDS = 6;
  private static final int WARM_UP_SECONDS = 5;
  private static final double STREAM_A_SECOND = 20;

  private final Rig rig;
  private int runs;

  IntakeBench(Rig rig) {
    this.rig = rig;
  }

  @Override
  public void run(Ledger ledger) throws Exception {
    rig.load();
    Behind behind = new Behind(rig);
    behind.make();
    Door door = rig.door();
    door.employ(
        List.of(new Person(ACCEPTOR, "ACCEPTOR", null), new Person(COLLECTOR, "COLLECTOR", null)),
        TOWN);
    try (Feed feed = new Feed(rig)) {
      var topic = new TopicRun(feed, new Reports(rig, COUNTY), behind);
      topic.againstCopy(ledger);
      var http = new HttpRun(feed, new Reports(rig, TOWN), behind, door.tokenOf(COLLECTOR));
      http.againstPgBench(ledger);
      http.promptly(ledger, door.tokenOf(ACCEPTOR));
      feed.awaitRest();
      behind.none();
      topic.withManyBehind(ledger);
      http.withManyBehind(ledger);
      behind.none();
      new Recognising(feed, rig).run(ledger);
    }
  }

  /// A name for all receipts of a run, and a day of its own, so that no run repeats another's
  /// matters.
  private String nextRun() {
    return "BENCH" + ++runs + "-";
  }

  private Instant dayOfRun() {
    return Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(2L * runs));
  }

  /// From the topic to rows.
  private final class TopicRun {
    private final Feed feed;
    private final Reports reports;
    private final Behind behind;
    private final BareCases bare = new BareCases(rig);

    TopicRun(Feed feed, Reports reports, Behind behind) {
      this.feed = feed;
      this.reports = reports;
      this.behind = behind;
    }

    void againstCopy(Ledger ledger) throws Exception {
      WarmUp.rounds(
          3,
          12,
          () -> {
            feed.awaitRest();
            behind.none();
            return pour();
          });
      Comparison comparison =
          Comparison.inTurns(
              rig.wish().pairs(),
              () -> {
                feed.awaitRest();
                behind.none();
                return pour();
              },
              () -> {
                feed.awaitRest();
                return bare.copy();
              });
      ledger.enter(
          Finding.compared(
              "intake",
              "from the topic to cases",
              "reports/s",
              "COPY, 1,000 rows a commit, same indexes",
              comparison,
              Finding.Target.atLeast(0.2)));
    }

    /// After the tables have changed places the program's plans are made anew, and each page that
    /// is touched for the first time after the checkpoint is logged whole: the first round tells of
    /// that, the second of a day.
    private double pourAgain() throws Exception {
      pour();
      feed.awaitRest();
      return pour();
    }

    void withManyBehind(Ledger ledger) throws Exception {
      Comparison comparison =
          Comparison.inTurns(
              rig.wish().pairs(),
              () -> {
                feed.awaitRest();
                behind.many();
                return pourAgain();
              },
              () -> {
                feed.awaitRest();
                behind.few();
                return pourAgain();
              });
      ledger.enter(
          Finding.compared(
              "intake",
              "from the topic to cases, %,d cases behind".formatted(rig.wish().cases()),
              "reports/s",
              "none behind",
              comparison,
              Finding.Target.atLeast(0.85)));
    }

    private double pour() throws Exception {
      String run = nextRun();
      double seconds = feed.pour(reports.told(run, POURED, dayOfRun()));
      long cases = feed.count(run);
      if (cases != POURED) {
        throw new NotMeasured("%,d of %,d reports became cases".formatted(cases, POURED));
      }
      return POURED / seconds;
    }
  }

  /// From a phone to the commit, and to the desk.
  private final class HttpRun {
    private final Feed feed;
    private final Reports reports;
    private final Behind behind;
    private final String collector;
    private final Crowd crowd;
    private double median;

    HttpRun(Feed feed, Reports reports, Behind behind, String collector) throws Exception {
      this.feed = feed;
      this.reports = reports;
      this.behind = behind;
      this.collector = collector;
      this.crowd = new Crowd(rig.app(Map.of()).port());
    }

    void againstPgBench(Ledger ledger) throws Exception {
      feed.awaitRest();
      behind.none();
      WarmUp.rounds(4, 24, () -> crowd.rush(WARM_UP_SECONDS, this::send));
      BareReports bare = new BareReports(rig);
      Path script = bare.script();
      Comparison comparison =
          Comparison.inTurns(
              rig.wish().pairs(),
              () -> {
                feed.awaitRest();
                behind.none();
                return crowd.rush(SECONDS, this::send);
              },
              () -> {
                feed.awaitRest();
                bare.empty();
                return rig.pgBench().transactions(script, Crowd.SENDERS, SECONDS);
              });
      median = comparison.ours().median();
      ledger.enter(
          Finding.compared(
              "intake",
              "a report sent until it is committed, 16 senders",
              "reports/s",
              "pgbench, the same row, one a commit, 16 clients",
              comparison,
              Finding.Target.atLeast(0.4)));
    }

    void promptly(Ledger ledger, String acceptor) throws Exception {
      List<Double> middle = new ArrayList<>();
      List<Double> spread = new ArrayList<>();
      List<Double> seen = new ArrayList<>();
      for (int run = 0; run < rig.wish().pairs(); run++) {
        feed.awaitRest();
        Series millis = new Series(crowd.pace(median / 2, 2 * SECONDS, this::send));
        middle.add(millis.median());
        spread.add(millis.quantile(0.99) / millis.median());
        feed.awaitRest();
        seen.add(new Series(new Watch(acceptor).seconds()).quantile(0.99));
      }
      ledger.enter(
          Finding.alone(
              "intake", "a report at half that rate, median", new Series(middle), "ms", null));
      ledger.enter(
          Finding.alone(
              "intake",
              "a report at half that rate, p99 over median",
              new Series(spread),
              "times",
              Finding.Target.atMost(10)));
      ledger.enter(
          Finding.alone(
              "intake",
              "sent until seen at the desk, %.0f a second, p99".formatted(STREAM_A_SECOND),
              new Series(seen),
              "s",
              Finding.Target.atMost(1)));
    }

    /// The first round is not counted; see [TopicRun#pourAgain].
    private double rushAgain() throws Exception {
      crowd.rush(WARM_UP_SECONDS, this::send);
      feed.awaitRest();
      return crowd.rush(SECONDS, this::send);
    }

    void withManyBehind(Ledger ledger) throws Exception {
      Comparison comparison =
          Comparison.inTurns(
              rig.wish().pairs(),
              () -> {
                feed.awaitRest();
                behind.many();
                return rushAgain();
              },
              () -> {
                feed.awaitRest();
                behind.few();
                return rushAgain();
              });
      feed.awaitRest();
      ledger.enter(
          Finding.compared(
              "intake",
              "a report sent until it is committed, %,d cases behind".formatted(rig.wish().cases()),
              "reports/s",
              "none behind",
              comparison,
              Finding.Target.atLeast(0.85)));
    }

    private void send(Wire wire, long n) throws Exception {
      post(wire, "application/json", reports.form("合成上报 (synthetic) " + n).getBytes(UTF_8));
    }

    private void post(Wire wire, String type, byte[] body) throws Exception {
      wire.post(
              "/api/reports",
              collector,
              "Content-Type: %s\r\nIdempotency-Key: %s\r\n".formatted(type, UUID.randomUUID()),
              body)
          .orThrow("a report");
    }

    /// Somebody at the desk who looks again and again while reports come in.
    private final class Watch {
      private static final int REPORTS = 400;

      private final String acceptor;
      private final String run = nextRun();
      private final long[] sent = new long[REPORTS];
      private final long[] seen = new long[REPORTS];

      Watch(String acceptor) {
        this.acceptor = acceptor;
      }

      List<Double> seconds() throws Exception {
        Thread desk = Thread.ofPlatform().start(this::look);
        crowd.pace(STREAM_A_SECOND, REPORTS / STREAM_A_SECOND, this::sendNoted);
        desk.join(Duration.ofSeconds(30));
        List<Double> seconds = new ArrayList<>();
        for (int n = 0; n < REPORTS; n++) {
          if (seen[n] == 0) {
            throw new NotMeasured("report %d of %d was not seen at the desk".formatted(n, REPORTS));
          }
          seconds.add((seen[n] - sent[n]) / 1e9);
        }
        return seconds;
      }

      private void sendNoted(Wire wire, long n) throws Exception {
        sent[(int) n] = System.nanoTime();
        String words = run + "%04d.".formatted(n);
        post(wire, "application/json", reports.form(words).getBytes(UTF_8));
      }

      private void look() {
        long end = System.nanoTime() + 60_000_000_000L;
        int left = REPORTS;
        try (Wire wire = new Wire(rig.app(Map.of()).port(), false)) {
          while (left > 0 && System.nanoTime() < end) {
            String list =
                wire.read("/api/cases?queue=all&sort=-reportedAt&limit=50", acceptor)
                    .orThrow("the list of cases")
                    .body();
            left -= note(list, System.nanoTime());
            Thread.sleep(20);
          }
        } catch (Exception failed) {
          throw new NotMeasured("the desk could not look", failed);
        }
      }

      private int note(String list, long now) {
        int found = 0;
        for (int at = list.indexOf(run); at >= 0; at = list.indexOf(run, at + 1)) {
          int n = Integer.parseInt(list.substring(at + run.length(), at + run.length() + 4));
          if (seen[n] == 0) {
            seen[n] = now;
            found++;
          }
        }
        return found;
      }
    }
  }
}
