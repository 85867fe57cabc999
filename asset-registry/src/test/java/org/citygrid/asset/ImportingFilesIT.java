package org.citygrid.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.citygrid.asset.Caller.Answer;
import org.citygrid.geofile.Column;
import org.citygrid.geofile.GeoFileFormat;
import org.citygrid.geofile.GeoFileWriter;
import org.citygrid.geofile.GeoFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Files are handed in, looked at, imported, and taken back.
@RunningRegister
class ImportingFilesIT {
  private static final String THREE_LAMPS =
      """
      编码,类别,经度,纬度,权属单位,养护单位,状态,规格,高度(m),材质
      4406050137000001,路灯,113.1005,23.1005,路灯管理所,路灯管理所,完好,LED 120W,8.5,钢
      4406050137000002,路灯,113.1015,23.1005,路灯管理所,,破损,LED 120W,9,钢
      4406050137000003,0137,113.1025,23.1005,lighting,,,LED 60W,,
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private Caller administrator = Caller.stranger(0);

  @BeforeEach
  void an_empty_register_and_two_units() {
    jdbc.sql(
            """
            truncate asset.component, asset.component_version, asset.component_count,
              asset.code_block, asset.survey cascade
            """)
        .update();
    administrator = Caller.administrator(port);
    administrator.post(
        "/api/units/import",
        "application/json",
        """
        [{"code": "lighting", "name": {"zh": "路灯管理所", "en": "Street Lighting"},
          "kind": "DEPARTMENT", "divisionCode": "440605125"},
         {"code": "municipal", "name": {"zh": "市政管理所", "en": "Municipal Works"},
          "kind": "DEPARTMENT", "divisionCode": "440605125"}]
        """);
  }

  @Test
  void a_table_in_the_surveyors_own_words_is_understood_before_anything_is_said() {
    JsonNode received = receive("lamps.csv", THREE_LAMPS);

    JsonNode preview = received.path("preview");
    assertThat(preview.path("format").asString()).isEqualTo("csv");
    assertThat(preview.path("mapping").path("code").asString()).isEqualTo("编码");
    assertThat(preview.path("mapping").path("ownerUnit").asString()).isEqualTo("权属单位");
    assertThat(preview.path("mapping").path("dim:height(m)").asString()).isEqualTo("高度(m)");
    assertThat(preview.path("mapping").path("dim:material").asString()).isEqualTo("材质");
    assertThat(preview.path("sampled").asInt()).isEqualTo(3);
    assertThat(preview.path("faultyInSample").asInt()).isZero();
    JsonNode first = preview.path("sample").path(0);
    assertThat(first.path("lon").asDouble()).isEqualTo(113.1005);
    assertThat(first.path("values").path("ownerUnit").asString()).isEqualTo("lighting");
    assertThat(first.path("values").path("classCode").asString()).isEqualTo("0137");

    JsonNode job = start(received, "{}");

    assertThat(job.path("status").asString()).isEqualTo("done");
    assertThat(job.path("result").path("inserted").asInt()).isEqualTo(3);
    assertThat(job.path("rowsRead").asInt()).isEqualTo(3);
    JsonNode card = card("4406050137000002");
    assertThat(card.path("state").asString()).isEqualTo("damaged");
    assertThat(card.path("cellCode").asString()).isEqualTo("440605125001002");
    assertThat(card.path("dimensions").toString())
        .isEqualTo(
            "[{\"name\":\"height\",\"value\":9,\"unit\":\"m\"},{\"name\":\"material\",\"value\":\"钢\"}]");
    assertThat(jdbc.sql("select sum(n) from asset.component_count").query(Long.class).single())
        .isEqualTo(3);
  }

  @Test
  void a_gbk_shapefile_in_gauss_kruger_metres_lands_in_the_right_cells() {
    byte[] zip =
        new GbkShapefile(60, "标识码", "小类名称", "权属单位", "位置")
            .row(113.1045, 23.1035, "4406050137000011", "路灯", "路灯管理所", "竹基路 1 号")
            .row(113.1055, 23.1035, "", "路灯", "市政管理所", "大沥镇")
            .zip();

    JsonNode received = receive("井盖.zip", zip);
    JsonNode job = start(received, "{}");

    assertThat(received.path("preview").path("crs").asString()).contains("CM_114E");
    assertThat(job.path("status").asString()).isEqualTo("done");
    JsonNode card = card("4406050137000011");
    assertThat(card.path("lon").asDouble()).isBetween(113.1044999, 113.1045001);
    assertThat(card.path("address").asString()).isEqualTo("竹基路 1 号");
    assertThat(card.path("cellCode").asString()).isEqualTo("440605125001035");
    assertThat(card("4406050137000012").path("ownerUnit").path("code").asString())
        .isEqualTo("municipal");
  }

  @Test
  void a_column_with_a_foreign_name_is_named_and_what_is_missing_is_filled_in() {
    JsonNode received =
        receive("x.csv", "nr,lon,lat\n4406050137000001,113.1005,23.1005\n,113.1015,23.1005\n");

    JsonNode preview =
        administrator
            .post(
                "/api/imports/" + received.path("id").asInt() + "/preview",
                "application/json",
                """
                {"mapping": {"code": "nr"}, "defaults": {"ownerUnit": "路灯管理所", "classCode": "0137"}}
                """)
            .json()
            .path("preview");
    JsonNode job = start(received, "{}");

    assertThat(preview.path("faultyInSample").asInt()).isZero();
    assertThat(job.path("result").path("inserted").asInt()).isEqualTo(2);
    assertThat(card("4406050137000002").path("ownerUnit").path("code").asString())
        .isEqualTo("lighting");
  }

  @Test
  void one_mistake_refuses_all_and_every_mistake_is_in_the_list() {
    StringBuilder rows = new StringBuilder("code,classCode,lon,lat,ownerUnit\n");
    for (int i = 1; i <= 300; i++) {
      rows.append("%016d,0137,113.1005,23.1005,nobody\n".formatted(i));
    }
    rows.append("4406050137000001,0137,113.1005,23.1005,lighting\n");
    rows.append("4406050137000001,0137,113.1005,23.1005,lighting\n");

    JsonNode received = receive("bad.csv", rows.toString());
    JsonNode job = start(received, "{}");

    assertThat(job.path("status").asString()).isEqualTo("refused");
    assertThat(job.path("result").path("rejectedCount").asInt()).isEqualTo(301);
    assertThat(job.path("result").path("rejected").size()).isEqualTo(100);
    assertThat(count("asset.component")).isZero();
    Answer list = administrator.get("/api/imports/" + job.path("id").asInt() + "/rejected.csv");
    List<String> lines = new String(list.body(), UTF_8).lines().toList();
    assertThat(lines.getFirst()).isEqualTo("\ufeffline,field,value,reason,proposal");
    assertThat(lines).hasSize(602);
    assertThat(lines.getLast()).startsWith("303,code,4406050137000001,stands in");

    JsonNode partial = start(received, "{\"partial\": true}");

    assertThat(partial.path("status").asString()).isEqualTo("done");
    assertThat(partial.path("result").path("inserted").asInt()).isEqualTo(1);
  }

  @Test
  void whoever_reads_chinese_gets_the_list_of_refused_rows_in_chinese() {
    JsonNode received =
        receive(
            "bad.csv",
            """
            classCode,lon,lat,ownerUnit,dim:height(m)
            9999,113.1005,23.1005,lighting,
            0137,113.1005,23.1005,lighting,900
            0137,113.1005,23.1005,"=cmd",
            """);
    JsonNode job = start(received, "{}");
    String list = "/api/imports/" + job.path("id").asInt() + "/rejected.csv";

    assertThat(new String(administrator.get(list + "?lang=zh").body(), UTF_8))
        .isEqualToNormalizingNewlines(
            "\ufeff"
                + """
                行,字段,值,原因,建议
                2,小类代码,9999,不是本镇所用版本的部件小类,
                3,尺寸 height,900 m,不应大于 60000 mm,
                4,权属单位,'=cmd,不是已登记单位的代码或名称,
                """);
    assertThat(new String(administrator.get(list).body(), UTF_8)).contains("is not a component");
    assertThat(administrator.get(list + "?lang=fr").status()).isEqualTo(400);
  }

  @Test
  void a_column_that_nothing_takes_is_named_before_it_is_lost() {
    JsonNode preview =
        receive(
                "covers.csv",
                "小类代码,经度,纬度,权属单位,净开孔直径(mm),防坠网,普查员\n0101,113.1005,23.1005,lighting,700,有,甲\n")
            .path("preview");

    assertThat(preview.path("mapping").path("dim:diameter(mm)").asString()).isEqualTo("净开孔直径(mm)");
    assertThat(preview.path("mapping").path("dim:fallNet").asString()).isEqualTo("防坠网");
    assertThat(preview.path("leftOut").toString()).isEqualTo("[\"普查员\"]");
    assertThat(preview.path("faultyInSample").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"crs": "EPSG:99999"}              | crs
          {"encoding": "klingon"}            | encoding
          {"delimiter": "::"}                | delimiter
          {"mapping": {"code": "nowhere"}}   | mapping
          {"defaults": {"nothing": "x"}}     | defaults
          """)
  void a_wrong_setting_is_named(String settings, String field) {
    JsonNode received = receive("lamps.csv", THREE_LAMPS);

    Answer refused =
        administrator.post(
            "/api/imports/" + received.path("id").asInt() + "/preview",
            "application/json",
            settings);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo(field);
  }

  @Test
  void once_places_are_said_to_be_shifted_nobody_suspects_it_any_more() {
    JsonNode received = receive("gcj02_lamps.csv", THREE_LAMPS);

    JsonNode said =
        administrator
            .post(
                "/api/imports/" + received.path("id").asInt() + "/preview",
                "application/json",
                "{\"crs\": \"gcj02\"}")
            .json()
            .path("preview");

    assertThat(received.path("preview").path("warnings").toString()).contains("gcj02-suspected");
    assertThat(said.path("warnings").toString()).doesNotContain("gcj02-suspected");
    assertThat(said.path("crs").asString()).isEqualTo("gcj02");
  }

  @Test
  void a_dry_run_tells_all_and_stores_nothing() {
    JsonNode received = receive("lamps.csv", THREE_LAMPS);

    JsonNode tried = start(received, "{\"dryRun\": true}");
    JsonNode done = start(received, "{\"dryRun\": false}");
    JsonNode again = start(receive("lamps.csv", THREE_LAMPS), "{\"dryRun\": true}");

    assertThat(tried.path("status").asString()).isEqualTo("checked");
    assertThat(tried.path("result").path("inserted").asInt()).isEqualTo(3);
    assertThat(done.path("status").asString()).isEqualTo("done");
    assertThat(again.path("status").asString()).isEqualTo("checked");
    assertThat(again.path("result").path("unchanged").asInt()).isEqualTo(3);
  }

  @Test
  void the_same_file_again_changes_nothing_and_a_newer_one_makes_versions() {
    start(receive("lamps.csv", THREE_LAMPS), "{}");

    JsonNode same = start(receive("lamps.csv", THREE_LAMPS), "{}");
    JsonNode newer = start(receive("lamps.csv", THREE_LAMPS.replace("LED 60W", "LED 80W")), "{}");

    assertThat(same.path("result").path("unchanged").asInt()).isEqualTo(3);
    assertThat(same.path("result").path("updated").asInt()).isZero();
    assertThat(newer.path("result").path("updated").asInt()).isEqualTo(1);
    JsonNode changes =
        administrator
            .get("/api/imports/" + newer.path("id").asInt() + "/changes?what=updated")
            .json();
    assertThat(changes.path("items").path(0).path("code").asString()).isEqualTo("4406050137000003");
    assertThat(changes.path("items").size()).isEqualTo(1);
  }

  @Test
  void a_survey_of_the_whole_tells_what_disappeared() {
    start(receive("lamps.csv", THREE_LAMPS), "{}");
    String two = THREE_LAMPS.lines().limit(3).reduce("", (all, line) -> all + line + "\n");

    JsonNode job = start(receive("two.csv", two), "{\"complete\": true}");

    assertThat(job.path("result").path("disappeared").asInt()).isEqualTo(1);
    assertThat(card("4406050137000003").path("state").asString()).isEqualTo("lost");
    assertThat(card("4406050137000003").path("history").size()).isEqualTo(2);
    JsonNode gone =
        administrator
            .get("/api/imports/" + job.path("id").asInt() + "/changes?what=disappeared")
            .json();
    assertThat(gone.path("items").path(0).path("code").asString()).isEqualTo("4406050137000003");
  }

  @Test
  void an_import_is_taken_back_and_its_codes_are_not_given_again() {
    JsonNode first = start(receive("lamps.csv", THREE_LAMPS), "{}");
    String newer =
        THREE_LAMPS.replace("LED 60W", "LED 80W")
            + "4406050137000004,路灯,113.1035,23.1005,路灯管理所,,,,,\n";
    JsonNode second = start(receive("newer.csv", newer), "{}");

    Answer tooEarly = administrator.post(path(first, "undo"), "application/json", "{}");
    JsonNode undone = administrator.post(path(second, "undo"), "application/json", "{}").json();

    assertThat(tooEarly.status()).isEqualTo(409);
    assertThat(tooEarly.json().path("detail").asString()).contains("changed since");
    assertThat(undone.path("status").asString()).isEqualTo("undone");
    assertThat(card("4406050137000003").path("spec").asString()).isEqualTo("LED 60W");
    assertThat(card("4406050137000003").path("version").asInt()).isEqualTo(3);
    assertThat(administrator.get("/api/components/4406050137000004").status()).isEqualTo(404);
    assertThat(
            start(receive("lamps.csv", THREE_LAMPS), "{}").path("result").path("unchanged").asInt())
        .isEqualTo(3);

    start(receive("x.csv", "classCode,lon,lat,ownerUnit\n0137,113.1055,23.1005,lighting\n"), "{}");
    assertThat(administrator.get("/api/components/4406050137000005").status()).isEqualTo(200);
  }

  @Test
  void numbers_that_cross_those_given_on_the_way_are_sorted_out() {
    String crossing =
        """
        code,classCode,lon,lat,ownerUnit
        ,0137,113.1005,23.1005,lighting
        ,0137,113.1015,23.1005,lighting
        4406050137000001,0137,113.1025,23.1005,lighting
        """;

    JsonNode job = start(receive("x.csv", crossing), "{}");

    assertThat(job.path("result").path("inserted").asInt()).isEqualTo(3);
    assertThat(job.path("rowsRead").asInt()).isEqualTo(3);
    assertThat(card("4406050137000001").path("lon").asDouble()).isEqualTo(113.1025);
  }

  @Test
  void a_packed_upload_is_unpacked_and_a_broken_file_is_not_kept() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(THREE_LAMPS.getBytes(UTF_8));
    }

    Answer received =
        administrator.post(
            "/api/imports?fileName=lamps.csv",
            "application/octet-stream",
            packed.toByteArray(),
            "Content-Encoding",
            "gzip");
    Answer broken =
        administrator.post(
            "/api/imports?fileName=x.zip",
            "application/octet-stream",
            "PK\3\4rest".getBytes(UTF_8));

    assertThat(received.json().path("bytes").asInt()).isEqualTo(THREE_LAMPS.getBytes(UTF_8).length);
    assertThat(broken.status()).isEqualTo(400);
    assertThat(broken.json().path("errors").path(0).path("field").asString()).isEqualTo("body");
  }

  @Test
  void whoever_is_no_administrator_has_no_business_here() {
    Caller stranger = Caller.stranger(port);

    assertThat(stranger.get("/api/imports").status()).isEqualTo(401);
    assertThat(
            stranger
                .post("/api/imports?fileName=a.csv", "application/octet-stream", THREE_LAMPS)
                .status())
        .isEqualTo(401);
  }

  @Test
  void a_job_that_a_stop_interrupted_says_so() {
    JsonNode received = receive("lamps.csv", THREE_LAMPS);
    jdbc.sql("update asset.import_job set status = 'running' where id = :id")
        .param("id", received.path("id").asLong())
        .update();

    JsonNode job = awaitEnd(received);

    assertThat(job.path("status").asString()).isEqualTo("failed");
    assertThat(job.path("problem").asString()).contains("stopped");
    assertThat(start(received, "{}").path("status").asString()).isEqualTo("done");
  }

  @Test
  void a_waiting_job_is_cancelled_and_may_be_started_again() {
    JsonNode received = receive("lamps.csv", THREE_LAMPS);

    Answer cancelled = administrator.post(path(received, "cancel"), "application/json", "{}");
    Answer twice = administrator.post(path(received, "cancel"), "application/json", "{}");

    assertThat(cancelled.json().path("status").asString()).isEqualTo("cancelled");
    assertThat(twice.status()).isEqualTo(409);
    assertThat(start(received, "{}").path("status").asString()).isEqualTo("done");
  }

  @Test
  void mutilated_files_load_whole_or_not_at_all() {
    byte[] zip =
        new GbkShapefile(40, "标识码", "小类名称", "权属单位")
            .row(113.1045, 23.1035, "4406050137000011", "路灯", "路灯管理所")
            .row(113.1055, 23.1035, "4406050137000012", "路灯", "市政管理所")
            .zip();
    var random = new Random(7);
    for (int i = 0; i < 60; i++) {
      byte[] bytes = i % 2 == 0 ? THREE_LAMPS.getBytes(UTF_8) : zip.clone();
      for (int hit = 0; hit <= random.nextInt(3); hit++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      int end = random.nextInt(3) == 0 ? random.nextInt(bytes.length) : bytes.length;
      byte[] mutilated = java.util.Arrays.copyOf(bytes, end);
      long before = count("asset.component");

      Answer answer =
          administrator.post(
              "/api/imports?fileName=" + (i % 2 == 0 ? "a.csv" : "a.zip"),
              "application/octet-stream",
              mutilated);

      assertThat(answer.status()).as("file %d", i).isIn(201, 400);
      if (answer.status() == 201) {
        JsonNode job = start(answer.json(), "{}");
        long inserted = job.path("result").path("inserted").asLong();
        assertThat(job.path("status").asString()).isIn("done", "refused", "failed");
        assertThat(job.path("problem").asString("")).as("file %d", i).doesNotContain("our side");
        assertThat(count("asset.component")).isEqualTo(before + inserted);
        if (job.path("status").asString().equals("refused")) {
          assertThat(inserted).isZero();
        }
      }
    }
  }

  @Test
  void a_shape_that_crosses_itself_is_refused_with_a_proposal() {
    String bowtie =
        """
        classCode,ownerUnit,wkt
        0137,lighting,"POLYGON ((113.101 23.101, 113.102 23.102, 113.102 23.101, 113.101 23.102, 113.101 23.101))"
        """;

    JsonNode job = start(receive("x.csv", bowtie), "{}");

    assertThat(job.path("status").asString()).isEqualTo("refused");
    JsonNode reject = job.path("result").path("rejected").path(0);
    assertThat(reject.path("field").asString()).isEqualTo("location");
    assertThat(reject.path("proposal").asString()).contains("POLYGON");
  }

  @ParameterizedTest
  @EnumSource(
      value = GeoFileFormat.class,
      names = {"GEOJSON", "GEOJSON_SEQ", "CSV", "GEOPACKAGE"})
  void what_is_written_out_comes_back_the_same(GeoFileFormat format) throws IOException {
    String lines =
        lamp("Point", "[113.10123456789,23.1012345]", "0137")
            + lamp("LineString", "[[113.101,23.101],[113.1023456789,23.102]]", "0137")
            + lamp(
                "Polygon",
                "[[[113.103,23.101],[113.104,23.101],[113.104,23.102],[113.103,23.101]]]",
                "0102");
    start(receive("x.geojsonl", lines), "{}");
    List<String> before = cards();
    byte[] file = export(format);
    jdbc.sql("truncate asset.component, asset.component_version, asset.code_block cascade")
        .update();

    JsonNode job = start(receive("back." + format.extension(), file), "{}");

    assertThat(job.path("status").asString()).as(job.toString()).isEqualTo("done");
    assertThat(cards()).hasSize(3).isEqualTo(before);
  }

  private static String lamp(String type, String coordinates, String classCode) {
    return """
    {"type":"Feature","geometry":{"type":"%s","coordinates":%s},"properties":{"classCode":"%s",\
    "ownerUnit":"lighting","spec":"LED, \\"bright\\"","address":"=1+1 号","state":"damaged",\
    "since":"2020-05-01","dimensions":[{"name":"height","value":8.5,"unit":"m"}]}}
    """
        .formatted(type, coordinates, classCode);
  }

  private List<String> cards() {
    return jdbc.sql("select code || asset.card_of(c)::text from asset.component c order by code")
        .query(String.class)
        .list();
  }

  private byte[] export(GeoFileFormat format) throws IOException {
    List<String> names =
        List.of(
            "code", "classCode", "ownerUnit", "spec", "address", "state", "since", "dimensions");
    var bytes = new ByteArrayOutputStream();
    try (GeoFileWriter writer =
        GeoFiles.writer(
            format,
            bytes,
            "components",
            names.stream().map(name -> new Column(name, Column.Type.TEXT)).toList())) {
      for (var row :
          jdbc.sql(
                  """
                  select code, class_code, owner_unit, spec, address, state, since::text,
                    dimensions::text, ST_AsText(location, 9) as wkt
                  from asset.component order by code
                  """)
              .query()
              .listOfRows()) {
        var values = new java.util.ArrayList<>(row.values());
        String wkt = String.valueOf(values.removeLast());
        writer.write(new WKTReader().read(wkt), values.toArray());
      }
    } catch (ParseException broken) {
      throw new IOException(broken);
    }
    return bytes.toByteArray();
  }

  private JsonNode receive(String name, String text) {
    return receive(name, text.getBytes(UTF_8));
  }

  private JsonNode receive(String name, byte[] bytes) {
    Answer answer =
        administrator.post(
            "/api/imports?kind=components&fileName=" + java.net.URLEncoder.encode(name, UTF_8),
            "application/octet-stream",
            bytes);
    assertThat(answer.status()).as(new String(answer.body(), UTF_8)).isEqualTo(201);
    return answer.json();
  }

  private JsonNode start(JsonNode received, String settings) {
    Answer answer = administrator.post(path(received, "start"), "application/json", settings);
    assertThat(answer.status()).as(new String(answer.body(), UTF_8)).isEqualTo(202);
    return awaitEnd(received);
  }

  private JsonNode awaitEnd(JsonNode received) {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      JsonNode job = administrator.get("/api/imports/" + received.path("id").asInt()).json();
      boolean open = Set.of("waiting", "running").contains(job.path("status").asString());
      if (!open) {
        return job;
      }
      assertThat(Instant.now()).as(job.toString()).isBefore(end);
      Thread.onSpinWait();
    }
  }

  private static String path(JsonNode job, String act) {
    return "/api/imports/" + job.path("id").asInt() + "/" + act;
  }

  private JsonNode card(String code) {
    return administrator.get("/api/components/" + code).json();
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }
}
