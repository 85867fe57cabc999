package org.citygrid.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/// An evaluation leaves the house as a workbook, a CSV or on paper, and a reader takes away what
/// they may read.
@RunningDispatch
class TakingEvaluationsAwayIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired KafkaTemplate<String, byte[]> kafka;

  private Desk desk;
  private Caller evaluator;
  private String today;

  @BeforeEach
  void aCaseOfToday() {
    desk = new Desk(port, jdbc, kafka);
    evaluator = Caller.as(port, "evaluator");
    today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    desk.handling("roads");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            evaluator
                .get("/api/evaluation?of=department&period=" + today)
                .body()
                .contains("roads"));
  }

  @Test
  void a_csv_has_a_heading_in_the_readers_language_and_a_line_for_each() throws Exception {
    var csv =
        new String(file(evaluator, "csv?of=department&lang=zh&period=" + today).body(), UTF_8);

    assertThat(csv).startsWith("\ufeff名次,名称,得分,等级").contains("市政所");
    assertThat(
            new String(file(evaluator, "csv?of=department&lang=en&period=" + today).body(), UTF_8))
        .contains("Rank,Name,Score,Grade");
  }

  @Test
  void a_workbook_opens_as_one_and_is_named_in_chinese() throws Exception {
    var answer = file(evaluator, "xlsx?of=department&period=" + today);

    assertThat(answer.headers().firstValue("Content-Disposition").orElse("")).contains("UTF-8''");
    assertThat(entries(answer.body()))
        .contains("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml");
  }

  @Test
  void paper_has_the_text_and_its_own_letters() throws Exception {
    var answer = file(evaluator, "pdf?of=department&period=" + today);

    try (var document = Loader.loadPDF(answer.body())) {
      assertThat(new PDFTextStripper().getText(document)).contains("市政所").contains("名次");
    }
  }

  @Test
  void a_department_takes_away_its_own_line_only() throws Exception {
    desk.handling("parks");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            evaluator
                .get("/api/evaluation?of=department&period=" + today)
                .body()
                .contains("parks"));

    var csv =
        new String(file(desk.roads, "csv?of=department&lang=en&period=" + today).body(), UTF_8);

    assertThat(csv).contains("Roads").doesNotContain("Parks");
  }

  @Test
  void what_is_wrong_is_named() throws Exception {
    assertThat(file(evaluator, "doc?of=department&period=" + today).statusCode()).isEqualTo(400);
    assertThat(new String(file(evaluator, "csv?of=department&period=x").body(), UTF_8))
        .contains("period");
  }

  private HttpResponse<byte[]> file(Caller who, String form)
      throws IOException, InterruptedException {
    var address = URI.create("http://localhost:" + port + "/api/evaluation/file/" + form);
    return HTTP.send(
        HttpRequest.newBuilder(address).header("Authorization", "Bearer " + who.token()).build(),
        BodyHandlers.ofByteArray());
  }

  private static List<String> entries(byte[] workbook) throws IOException {
    var kept = Files.createTempFile("evaluation", ".xlsx");
    try {
      Files.write(kept, workbook);
      try (var zip = new ZipFile(kept.toFile())) {
        return zip.stream().map(ZipEntry::getName).toList();
      }
    } finally {
      Files.delete(kept);
    }
  }
}
