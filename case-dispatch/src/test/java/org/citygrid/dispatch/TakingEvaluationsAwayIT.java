package org.citygrid.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.citygrid.dispatch.figure.Folding;
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
  @Autowired Folding folding;

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
  void a_workbook_has_numbers_and_tells_how_they_came_about() throws Exception {
    var answer = file(evaluator, "xlsx?of=department&period=" + today);

    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .contains("filename*=UTF-8''" + URLEncoder.encode("专业部门", UTF_8));
    var book = Workbook.read(answer.body());
    assertThat(book.names()).containsExactly("评价", "说明");
    int roads = book.row(1, "B", "市政所");
    assertThat(book.cell(1, "A", roads)).matches("[1-9]");
    assertThat(book.cell(1, "C", roads)).matches("[0-9.]+");
    assertThat(book.cell(1, "D", roads)).matches("[A-E]");
    assertThat(book.cell(2, "B", book.row(2, "A", "评价周期"))).isEqualTo(today + " – " + today);
    assertThat(book.cell(2, "B", book.row(2, "A", "制表时间"))).startsWith(today);
    assertThat(book.cell(2, "B", book.row(2, "A", "按期处置率"))).isEqualTo("30.0");
    assertThat(book.cell(2, "C", book.row(2, "A", "按期处置率"))).contains("÷");
  }

  @Test
  void objects_without_a_scheme_come_with_their_period_too() throws Exception {
    var book = Workbook.read(file(evaluator, "xlsx?of=town&lang=en&period=" + today).body());

    assertThat(book.names()).containsExactly("Evaluation", "Notes");
    assertThat(book.cell(2, "B", book.row(2, "A", "Period"))).isEqualTo(today + " – " + today);
  }

  @Test
  void a_name_like_a_formula_is_a_text_everywhere() throws Exception {
    desk.admin.post(
        "/api/users/import",
        """
        [{"userName": "formula", "displayName": "=1+1", "password": "only-for-tests", "roles": ["ACCEPTOR"], "divisionCode": "440605125"}]
        """);
    Desk.ok(Caller.as(port, "formula").act(desk.openCase(), "ACCEPT"));
    folding.foldAll();
    var asked = "?of=acceptor&period=" + today;

    var csv = new String(file(evaluator, "csv" + asked).body(), UTF_8);
    var book = Workbook.read(file(evaluator, "xlsx" + asked).body());

    assertThat(csv).contains(",'=1+1,").doesNotContain(",=1+1").contains("\r\n");
    assertThat(book.row(1, "B", "'=1+1")).isPositive();
    assertThat(book.hasFormulas()).isFalse();
    assertThat(paper("pdf" + asked)).contains("=1+1").doesNotContain("'=1+1");
  }

  @Test
  void paper_has_every_column_and_its_own_letters() throws Exception {
    var sheet = evaluator.get("/api/evaluation?of=department&period=" + today).json();

    var text = paper("pdf?of=department&period=" + today).replaceAll("\\s", "");

    assertThat(text).contains("市政所", "名次", "制表时间").doesNotContain("□");
    for (var column : List.of("indicators", "counts")) {
      for (var one : sheet.path(column)) {
        assertThat(text).contains(one.at("/name/zh").stringValue());
      }
    }
    assertThat(paper("pdf?of=leader&lang=en&period=" + today))
        .contains("Counted through", "accurate filing")
        .doesNotContain("□");
  }

  @Test
  void a_frozen_result_is_taken_away_by_whoever_may_read_it() throws Exception {
    handedInBy("roads", "parks");
    var form = "{\"of\": \"department\", \"period\": \"2024-03\", \"note\": \"=2+2\"}";
    var frozen = evaluator.post("/api/evaluation/results", form);
    assertThat(frozen.status()).as(frozen.body()).isEqualTo(201);
    var result = "results/" + frozen.json().at("/result/id").stringValue();
    assertThat(answer(desk.roads, result + "/file/csv").statusCode()).isEqualTo(404);
    assertThat(evaluator.post("/api/evaluation/" + result + "/publish", "").status())
        .isEqualTo(200);

    var all = Workbook.read(answer(evaluator, result + "/file/xlsx").body());
    var own = new String(answer(desk.roads, result + "/file/csv").body(), UTF_8);

    int parks = all.row(1, "B", "园林所");
    var told = frozen.json().at("/items/0");
    int rate = all.column(1, 2, "按期处置率");
    assertThat(all.cell(1, rate, parks)).isEqualTo("1.0");
    assertThat(all.format(1, rate, parks)).isEqualTo("0.00%");
    assertThat(all.cell(1, all.column(1, 2, "按期处置率 得分"), parks)).isEqualTo("100.0");
    assertThat(all.cell(1, "C", 3)).isEqualTo(told.path("score").asString());
    assertThat(all.cell(2, "B", all.row(2, "A", "版本"))).isEqualTo("1");
    assertThat(all.cell(2, "C", all.row(2, "A", "冻结时间"))).isEqualTo("evaluator");
    assertThat(all.cell(2, "B", all.row(2, "A", "备注"))).isEqualTo("'=2+2");
    assertThat(own).contains("市政所").doesNotContain("园林所");
    assertThat(answer(evaluator, result + "/file/pdf").body()).startsWith("%PDF".getBytes(UTF_8));
  }

  private void handedInBy(String... units) {
    var at = Instant.parse("2024-03-05T01:00:00Z");
    for (var unit : units) {
      var id = UUID.randomUUID();
      desk.send(Desk.report(id, "roads".equals(unit) ? 92.5 : 93.5, 27.5, at));
      desk.caseOf(id);
      var lines = new StringBuilder();
      int minutes = 0;
      for (var step :
          List.of(
              "ACCEPT:ACCEPTOR",
              "FILE:SHIFT_LEADER",
              "DISPATCH:DISPATCHER",
              "HAND_IN:DEPARTMENT")) {
        minutes += 5;
        lines.append(
            """
            {"reportId": "%s", "action": "%s", "actor": "unit-%s", "role": "%s", "at": "%s", "opinion": "synthetic", \
            "unitCode": "%s", "conditionId": "e0101-1"}
            """
                .formatted(
                    id,
                    step.split(":")[0],
                    unit,
                    step.split(":")[1],
                    at.plus(Duration.ofMinutes(minutes)),
                    unit));
      }
      var done = desk.admin.post("/api/migration/acts", lines.toString()).json();
      assertThat(done.path("applied").intValue()).as(done.toString()).isEqualTo(4);
    }
    folding.foldAll();
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

  private String paper(String form) throws Exception {
    try (var document = Loader.loadPDF(file(evaluator, form).body())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private HttpResponse<byte[]> file(Caller who, String form)
      throws IOException, InterruptedException {
    return answer(who, "file/" + form);
  }

  private HttpResponse<byte[]> answer(Caller who, String path)
      throws IOException, InterruptedException {
    var address = URI.create("http://localhost:" + port + "/api/evaluation/" + path);
    return HTTP.send(
        HttpRequest.newBuilder(address).header("Authorization", "Bearer " + who.token()).build(),
        BodyHandlers.ofByteArray());
  }
}
