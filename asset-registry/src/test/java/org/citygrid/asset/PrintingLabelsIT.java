package org.citygrid.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.citygrid.asset.ARegisterOfLamps.aLamp;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.citygrid.asset.Caller.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningRegister
class PrintingLabelsIT {
  /// Dots an inch: a phone is held nearer and farther until it reads. One look in a hundred fails,
  /// whatever the sharpness; never all of them.
  private static final int[] LOOKS = {250, 300, 400};

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void an_empty_register() {
    ARegisterOfLamps.clear(jdbc, port);
  }

  @Test
  void a_label_can_be_scanned_and_leads_to_the_card() throws Exception {
    String code = aLamp(port);

    Answer label = stranger().get("/api/components/" + code + "/label.pdf");

    assertThat(label.header("Content-Type")).isEqualTo("application/pdf");
    try (var document = Loader.loadPDF(label.body())) {
      assertThat(read(document, 0, whole -> whole))
          .isEqualTo("http://localhost:" + port + "/c/" + code);
    }
  }

  @Test
  void its_words_are_text_in_both_languages_with_their_letters_inside() throws Exception {
    String code = aLamp(port);

    try (var document =
        Loader.loadPDF(stranger().get("/api/components/" + code + "/label.pdf").body())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("路灯", "Street light", "440605 0137 000001");
      var fonts = document.getPage(0).getResources();
      for (var name : fonts.getFontNames()) {
        assertThat(fonts.getFont(name).isEmbedded()).isTrue();
      }
    }
  }

  @Test
  void a_sheet_holds_twenty_four_and_each_can_be_scanned() throws Exception {
    List<String> codes = Stream.generate(() -> aLamp(port)).limit(25).toList();

    Answer sheets = stranger().get("/api/components/labels.pdf?codes=" + String.join(",", codes));

    try (var document = Loader.loadPDF(sheets.body())) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      List<String> read = new ArrayList<>();
      for (int n = 0; n < 24; n++) {
        int place = n;
        read.add(read(document, 0, sheet -> cut(sheet, place)));
      }
      read.add(read(document, 1, sheet -> cut(sheet, 0)));
      assertThat(read)
          .containsExactlyInAnyOrderElementsOf(
              codes.stream().map(code -> "http://localhost:" + port + "/c/" + code).toList());
    }
  }

  @Test
  void a_drawing_needs_no_font_where_it_is_shown() {
    Answer label = stranger().get("/api/components/" + aLamp(port) + "/label.svg");

    String svg = new String(label.body(), UTF_8);
    assertThat(label.header("Content-Type")).startsWith("image/svg+xml");
    assertThat(svg).contains("<title>路灯 4406050137000001</title>").doesNotContain("<text");
  }

  @Test
  void sheets_of_a_duty_grid_leave_out_what_is_gone() throws Exception {
    String code = aLamp(port);
    aLamp(port);
    Caller.administrator(port)
        .postJson(
            "/api/components/" + code + "/retire",
            "{\"version\": 1, \"state\": \"lost\", \"reason\": \"stolen\"}");

    try (var document =
        Loader.loadPDF(
            stranger().get("/api/components/labels.pdf?grid=440605125G01&class=0137").body())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("440605 0137 000002")
          .doesNotContain("440605 0137 000001");
    }
  }

  @Test
  void nothing_to_print_is_said() {
    assertThat(stranger().get("/api/components/4406050137000009/label.svg").status())
        .isEqualTo(404);
    assertThat(stranger().get("/api/components/labels.pdf").status()).isEqualTo(400);
    assertThat(stranger().get("/api/components/labels.pdf?codes=12").status()).isEqualTo(400);
    assertThat(stranger().get("/api/components/labels.pdf?grid=440605125G99").status())
        .isEqualTo(404);
  }

  /// The n-th label of a sheet, from the upper left corner, row by row.
  private static BufferedImage cut(BufferedImage sheet, int n) {
    double millimetre = sheet.getWidth() / 210.0;
    return sheet.getSubimage(
        (int) (n % 3 * 70 * millimetre),
        (int) ((0.5 + Math.floorDiv(n, 3) * 37) * millimetre),
        (int) (69 * millimetre),
        (int) (36.5 * millimetre));
  }

  private static String read(PDDocument document, int page, UnaryOperator<BufferedImage> part)
      throws Exception {
    PDFRenderer renderer = new PDFRenderer(document);
    ReaderException last = NotFoundException.getNotFoundInstance();
    for (int look : LOOKS) {
      try {
        return read(part.apply(renderer.renderImageWithDPI(page, look)));
      } catch (ReaderException unreadable) {
        last = unreadable;
      }
    }
    throw last;
  }

  private static String read(BufferedImage picture) throws ReaderException {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    var light = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(light)), Map.of(DecodeHintType.TRY_HARDER, true))
        .getText();
  }

  private Caller stranger() {
    return Caller.stranger(port);
  }
}
