package org.citygrid.intake.photo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.citygrid.intake.photo.Cleaning.Clean;
import org.citygrid.intake.photo.Cleaning.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleaningAPhotoTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final int MAX_BYTES = 1_000_000;

  private final PhotoCleaner cleaner = new PhotoCleaner(MAX_BYTES, 50_000_000, 1000);

  private CleanPhoto clean(byte[] file) {
    return ((Clean) cleaner.clean(file, ZONE, NOW)).photo();
  }

  private String refusal(byte[] file) {
    return ((Refused) cleaner.clean(file, ZONE, NOW)).why();
  }

  @Test
  void keeps_the_pixels_and_nothing_else() throws Exception {
    CleanPhoto photo = clean(Pictures.jpegFromPhone(200, 100, 1));

    assertThat(new String(photo.image(), ISO_8859_1)).doesNotContain("Exif", "Canary");
    assertThat(new String(photo.thumbnail(), ISO_8859_1)).doesNotContain("Exif", "Canary");
    assertThat(
            ImageMetadataReader.readMetadata(new ByteArrayInputStream(photo.image()))
                .getDirectoriesOfType(ExifDirectoryBase.class))
        .isEmpty();
  }

  @Test
  void tells_time_and_place_beside_the_picture() {
    CleanPhoto photo = clean(Pictures.jpegFromPhone(200, 100, 1));

    assertThat(photo.takenAt()).isEqualTo("2026-11-20T01:30:00Z");
    assertThat(photo.lon()).isCloseTo(113.11, within(1e-9));
    assertThat(photo.lat()).isCloseTo(23.11, within(1e-9));
  }

  /// Red is on the left of the sensor; turned upright it is where the table says.
  @ParameterizedTest
  @CsvSource({
    "1,200,100,left",
    "2,200,100,right",
    "3,200,100,right",
    "6,100,200,top",
    "8,100,200,bottom"
  })
  void turns_the_picture_upright(int orientation, int width, int height, String red)
      throws Exception {
    BufferedImage picture =
        ImageIO.read(
            new ByteArrayInputStream(clean(Pictures.jpegFromPhone(200, 100, orientation)).image()));

    int x = red.equals("right") ? width - 5 : 5;
    int y = red.equals("bottom") ? height - 5 : 5;
    assertThat(picture.getWidth()).isEqualTo(width);
    assertThat(picture.getHeight()).isEqualTo(height);
    assertThat(picture.getRGB(x, y) >> 16 & 0xFF).isGreaterThan(200);
    assertThat(picture.getRGB(width - 1 - x, height - 1 - y) & 0xFF).isGreaterThan(200);
  }

  @Test
  void takes_png_as_well() {
    CleanPhoto photo = clean(Pictures.png(40, 30));

    assertThat(PhotoType.of(photo.image())).isEqualTo(PhotoType.JPEG);
    assertThat(photo.width()).isEqualTo(40);
  }

  @Test
  void scales_a_large_picture_down_and_makes_a_thumbnail() throws Exception {
    CleanPhoto photo = clean(Pictures.jpeg(3000, 1500));

    BufferedImage thumbnail = ImageIO.read(new ByteArrayInputStream(photo.thumbnail()));
    assertThat(photo.width()).isEqualTo(1000);
    assertThat(photo.height()).isEqualTo(500);
    assertThat(thumbnail.getWidth()).isEqualTo(320);
  }

  @Test
  void names_the_picture_by_its_own_hash() {
    CleanPhoto photo = clean(Pictures.jpeg(20, 20));

    assertThat(photo.id()).isEqualTo(PhotoCleaner.sha256(photo.image()));
    assertThat(clean(Pictures.jpeg(20, 20)).id()).isEqualTo(photo.id());
  }

  @Test
  void refuses_an_empty_file() {
    assertThat(refusal(new byte[0])).contains("empty");
  }

  @Test
  void refuses_a_file_that_is_too_large() {
    assertThat(refusal(Arrays.copyOf(Pictures.jpeg(20, 20), MAX_BYTES + 1))).contains("larger");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello, this is text",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "%PDF-1.7",
        "PK\u0003\u0004",
        "x"
      })
  void refuses_what_is_not_a_picture(String content) {
    assertThat(refusal(content.getBytes(ISO_8859_1))).contains("not a photo");
  }

  @Test
  void refuses_heic_with_a_sentence() {
    assertThat(refusal("\0\0\0\u0018ftypheic\0\0\0\0".getBytes(ISO_8859_1)))
        .contains("HEIC", "JPEG");
  }

  @Test
  void refuses_a_bomb_by_its_header_alone() {
    assertThat(refusal(Pictures.pngThatClaims(30_000, 30_000))).contains("30,000 × 30,000");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 20, 150, 400, 700})
  void refuses_a_picture_that_was_cut_off(int length) {
    byte[] whole = Pictures.jpeg(600, 400);

    assertThat(refusal(Arrays.copyOf(whole, Math.min(length, whole.length - 20))))
        .contains("damaged or cut off");
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 33, 60, 200})
  void refuses_a_png_that_was_cut_off(int length) {
    byte[] whole = Pictures.png(600, 400);

    assertThat(refusal(Arrays.copyOf(whole, Math.min(length, whole.length - 20))))
        .contains("damaged or cut off");
  }

  @Test
  void a_polyglot_loses_everything_behind_the_picture() {
    var polyglot = new ByteArrayOutputStream();
    polyglot.writeBytes(Pictures.jpeg(40, 40));
    polyglot.writeBytes("<script>alert(1)</script>PK\u0003\u0004".getBytes(ISO_8859_1));

    assertThat(new String(clean(polyglot.toByteArray()).image(), ISO_8859_1))
        .doesNotContain("<script>");
  }
}
