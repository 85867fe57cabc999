package org.citygrid.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.citygrid.dispatch.figure.Recount;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/// Requests of a real 311 line (Baltimore 2018, opened and closed when they were) give the same
/// figures by roll-up, by recount, and by counting the lines of the file.
///
/// The file does not come with the project; where it lies in no `shared/data` beside or above it
/// the test is skipped. [CountingFromTheHistoryIT] always runs.
@RunningDispatch
class ReplayingAYearOf311IT {
  private static final String FILE = "shared/data/requests/baltimore_311_sample.csv.gz";
  private static final String YEAR = "2018";
  private static final int MOST = 1_500;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);
  private static final ZoneId THEIRS = ZoneId.of("America/New_York");
  private static final ZoneId OURS = ZoneId.of("Asia/Shanghai");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired KafkaTemplate<String, byte[]> kafka;
  @Autowired Recount recount;

  private record Request(UUID id, Instant opened, Instant closed) {}

  @Test
  void a_real_year_gives_the_same_figures_by_roll_up_and_by_recount() throws IOException {
    var requests = requests();
    var desk = new Desk(port, jdbc, kafka);
    requests.forEach(one -> desk.send(report(one)));
    requests.forEach(one -> desk.caseOf(one.id()));
    var before = closedByMonth(desk);

    var acts = String.join("", requests.stream().map(ReplayingAYearOf311IT::acts).toList());
    var answer = desk.admin.post("/api/migration/acts", acts).json();

    assertThat(answer.path("applied").intValue()).isEqualTo(requests.size() * 7);
    assertThat(recount.prove().differences()).isEmpty();
    var expected = new TreeMap<String, Integer>();
    requests.forEach(one ->
        expected.merge(one.closed().atZone(OURS).toString().substring(0, 7), 1, Integer::sum));
    var grown = new TreeMap<String, Integer>();
    closedByMonth(desk)
        .forEach((month, n) -> {
          int more = n - before.getOrDefault(month, 0);
          if (more != 0) {
            grown.put(month, more);
          }
        });
    assertThat(grown).isEqualTo(expected);
  }

  private static Map<String, Integer> closedByMonth(Desk desk) {
    var months = new TreeMap<String, Integer>();
    desk.admin
        .get("/api/stats/throughput?from=2018-01-01&to=2020-12-31")
        .json()
        .forEach(day ->
            months.merge(
                day.path("date").stringValue().substring(0, 7),
                day.path("closed").intValue(),
                Integer::sum));
    return months;
  }

  private static List<Request> requests() throws IOException {
    var file = file();
    Assumptions.assumeTrue(file != null, "skipped: there is no " + FILE + " beside the project");
    var requests = new ArrayList<Request>();
    try (var csv =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
      for (var row : csv) {
        if (requests.size() < MOST && isWhole(row)) {
          requests.add(
              new Request(UUID.randomUUID(), time(row, "CreatedDate"), time(row, "CloseDate")));
        }
      }
    }
    return requests;
  }

  /// Opened in the year, and closed long enough after it for seven acts in between.
  private static boolean isWhole(NamedCsvRecord row) {
    return row.getField("CreatedDate").contains("/" + YEAR + " ")
        && !row.getField("CloseDate").isBlank()
        && Duration.between(time(row, "CreatedDate"), time(row, "CloseDate")).toSeconds() > 70
        && row.getField("CloseDate").matches(".*/20(18|19|20) .*");
  }

  private static Instant time(NamedCsvRecord row, String column) {
    return LocalDateTime.parse(row.getField(column), TIME).atZone(THEIRS).toInstant();
  }

  private static Path file() {
    return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
        .map(folder -> folder.resolve(FILE))
        .filter(Files::exists)
        .findFirst()
        .orElse(null);
  }

  private static String report(Request one) {
    return Desk.report(
        one.id(),
        80 + Math.floorMod(one.id().hashCode(), 1_000_000) / 1e5,
        25 + Math.floorMod(one.id().getLeastSignificantBits(), 1_000_000) / 1e5,
        one.opened());
  }

  /// Opened and closed when they really were; what lay between, nobody has told.
  private static String acts(Request one) {
    var steps =
        "ACCEPT:acceptor:ACCEPTOR FILE:leader:SHIFT_LEADER DISPATCH:dispatcher:DISPATCHER HAND_IN:unit-roads:DEPARTMENT SEND_CHECK:acceptor:ACCEPTOR CHECK_PASS:collector01:COLLECTOR CLOSE:leader:SHIFT_LEADER"
            .split(" ");
    var lines = new StringBuilder();
    for (int i = 0; i < steps.length; i++) {
      var at =
          i < 3 ? one.opened().plusSeconds(i * 10L + 10) : one.closed().minusSeconds((6 - i) * 10L);
      var parts = steps[i].split(":");
      lines.append(
          """
          {"reportId": "%s", "action": "%s", "actor": "%s", "role": "%s", "at": "%s", \
          "opinion": "synthetic", "unitCode": "roads", "conditionId": "e0101-1"}
          """
              .formatted(one.id(), parts[0], parts[1], parts[2], at));
    }
    return lines.toString();
  }
}
