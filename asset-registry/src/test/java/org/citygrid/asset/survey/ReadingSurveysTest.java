package org.citygrid.asset.survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReadingSurveysTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String FEATURE =
      """
      {"type":"Feature","geometry":{"type":"LineString","coordinates":[[113.1,23.1],[113.2,23.2]]},\
      "properties":{"classCode":"0221","ownerUnit":"市政","dimensions":{"length":{"value":12.5,"unit":"m"}}}}\
      """;

  @Test
  void a_collection_yields_its_features_one_by_one() throws IOException {
    List<SurveyRow> rows =
        read(
            new GeoJsonSurvey(JSON),
            "{\"type\":\"FeatureCollection\",\"features\":[%s,%s]}".formatted(FEATURE, FEATURE));

    assertThat(rows).extracting(SurveyRow::line).containsExactly(1L, 2L);
    assertThat(rows).allSatisfy(row -> assertThat(row.faults()).isEmpty());
    assertThat(rows.getFirst().text("ownerUnit")).isEqualTo("市政");
    assertThat(rows.getFirst().dimensions()).hasSize(1);
    assertThat(rows.getFirst().location()).hasToString("LINESTRING (113.1 23.1, 113.2 23.2)");
  }

  @Test
  void a_pretty_printed_sequence_is_cut_at_its_separators() throws IOException {
    String pretty = JSON.readTree(FEATURE).toPrettyString();

    List<SurveyRow> rows =
        read(new FeatureLines(JSON), "\u001e" + pretty + "\n\u001e" + pretty + "\n");

    assertThat(rows).hasSize(2);
    assertThat(rows).allSatisfy(row -> assertThat(row.faults()).isEmpty());
  }

  @Test
  void mutilated_files_are_refused_and_never_break_the_reader() {
    String whole =
        "{\"type\":\"FeatureCollection\",\"features\":[%s,%s]}".formatted(FEATURE, FEATURE);
    var random = new Random(11);
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = whole.getBytes(UTF_8);
      for (int hit = 0; hit <= random.nextInt(4); hit++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      int end = random.nextBoolean() ? bytes.length : random.nextInt(bytes.length);
      String mutilated = new String(bytes, 0, end, UTF_8);

      assertThat(outcome(new GeoJsonSurvey(JSON), mutilated)).isIn("read", "refused");
      assertThat(outcome(new FeatureLines(JSON), mutilated)).isIn("read", "refused");
      assertThat(outcome(new CsvSurvey(), mutilated)).isIn("read", "refused");
    }
  }

  @Test
  void an_old_collection_in_another_crs_is_refused() {
    String other =
        """
        {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4547"}},"features":[]}
        """;

    assertThat(outcome(new GeoJsonSurvey(JSON), other)).isEqualTo("refused");
  }

  private static String outcome(SurveyReader reader, String text) {
    try {
      read(reader, text);
      return "read";
    } catch (UnreadableSurvey refused) {
      return "refused";
    } catch (IOException encoding) {
      return "refused";
    }
  }

  private static List<SurveyRow> read(SurveyReader reader, String text) throws IOException {
    List<SurveyRow> rows = new ArrayList<>();
    reader.read(new ByteArrayInputStream(text.getBytes(UTF_8)), rows::add);
    return rows;
  }
}
