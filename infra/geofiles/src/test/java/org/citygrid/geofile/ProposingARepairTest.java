package org.citygrid.geofile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.citygrid.geofile.GeometryRepair.Proposal;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class ProposingARepairTest {
  @Test
  void a_valid_shape_needs_none() {
    assertThat(GeometryRepair.propose(Fixtures.wkt("POLYGON ((0 0, 1 0, 1 1, 0 0))"))).isEmpty();
  }

  @Test
  void a_bow_tie_becomes_two_triangles() {
    Proposal proposal =
        GeometryRepair.propose(Fixtures.wkt("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))")).orElseThrow();

    assertThat(proposal.reason()).isEqualTo("self-intersection at 1.0000000 1.0000000");
    assertThat(Objects.requireNonNull(proposal.repaired()).getNumGeometries()).isEqualTo(2);
    assertThat(proposal.text()).startsWith("one part becomes 2 parts").contains("MULTIPOLYGON");
  }

  @Test
  void of_a_spike_nothing_is_left() {
    Proposal proposal =
        GeometryRepair.propose(Fixtures.wkt("POLYGON ((0 0, 1 1, 0 0, 0 0))")).orElseThrow();

    assertThat(proposal.repaired()).isNull();
    assertThat(proposal.text()).contains("draw it anew");
  }

  /// The cases of the JTS project: what it calls valid needs no repair, what it does not gets a
  /// valid proposal or none.
  @Test
  void every_case_of_jts_is_judged_as_it_should_be() throws IOException {
    Path zip = TheSampleFilesTest.folder().resolve("import/jts_validity_wkt.zip");
    assumeTrue(Files.exists(zip), "no sample files");
    int cases = 0;
    try (ZipFile in = new ZipFile(zip.toFile())) {
      String xml =
          new String(
              in.getInputStream(Objects.requireNonNull(in.getEntry("TestValid.xml")))
                  .readAllBytes(),
              StandardCharsets.UTF_8);
      Matcher each =
          Pattern.compile("(?s)<case>.*?<a>\\s*(.*?)\\s*</a>.*?isValid\"[^>]*>\\s*(true|false)")
              .matcher(xml);
      while (each.find()) {
        cases++;
        judge(each.group(1), Boolean.parseBoolean(each.group(2)));
      }
    }

    assertThat(cases).isGreaterThan(50);
  }

  private static void judge(String wkt, boolean valid) {
    Geometry geometry;
    try {
      geometry = new WKTReader().read(new StringReader(wkt));
    } catch (ParseException | IllegalArgumentException unreadable) {
      assertThat(valid).as(wkt).isFalse();
      return;
    }
    var proposal = GeometryRepair.propose(geometry);

    assertThat(proposal.isEmpty()).as(wkt).isEqualTo(valid);
    proposal
        .map(Proposal::repaired)
        .ifPresent(repaired -> assertThat(repaired.isValid()).as(wkt).isTrue());
  }
}
