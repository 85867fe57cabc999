package org.citygrid.intake.photo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.citygrid.intake.photo.Cleaning.Clean;
import org.citygrid.intake.photo.Cleaning.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TakingAJpegApartTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  private final PhotoCleaner cleaner = new PhotoCleaner(1_000_000, 50_000_000, 1000);

  private Optional<Cleaning> strip(byte[] file) {
    return cleaner.strip(file, PhotoCleaner.sha256(file), ZONE, NOW);
  }

  private CleanPhoto stripped(byte[] file) {
    return ((Clean) strip(file).orElseThrow()).photo();
  }

  private static int[] pixels(byte[] jpeg) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  /// Puts a segment behind the start of a JPEG.
  private static byte[] with(byte[] jpeg, int marker, String content) {
    var whole = new ByteArrayOutputStream();
    whole.write(jpeg, 0, 2);
    whole.write(0xFF);
    whole.write(marker);
    whole.write(content.length() + 2 >> 8);
    whole.write(content.length() + 2 & 0xFF);
    whole.writeBytes(content.getBytes(ISO_8859_1));
    whole.write(jpeg, 2, jpeg.length - 2);
    return whole.toByteArray();
  }

  private static byte[] progressive(int width, int height) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(stream);
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(Pictures.jpeg(width, height)));
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// Where the frame's height and width stand.
  private static int sizeAt(byte[] jpeg) {
    for (int at = 2; at < jpeg.length; at += 2 + ((jpeg[at + 2] & 255) << 8 | jpeg[at + 3] & 255)) {
      if ((jpeg[at + 1] & 255) == 0xC0) {
        return at + 5;
      }
    }
    throw new IllegalArgumentException("no baseline frame");
  }

  @Test
  void the_pixels_stay_and_the_notes_go() throws Exception {
    byte[] file = Pictures.jpegFromPhone(200, 100, 1);

    CleanPhoto photo = stripped(file);

    assertThat(new String(photo.image(), ISO_8859_1)).doesNotContain("Exif", "Canary", "2026");
    assertThat(pixels(photo.image())).isEqualTo(pixels(file));
    assertThat(photo.isPrepared()).isFalse();
  }

  @Test
  void time_and_place_are_told_beside_the_picture() {
    CleanPhoto photo = stripped(Pictures.jpegFromPhone(200, 100, 1));

    assertThat(photo.takenAt()).isEqualTo("2026-11-20T01:30:00Z");
    assertThat(photo.lon()).isCloseTo(113.11, within(1e-9));
    assertThat(photo.lat()).isCloseTo(23.11, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"1,200,100", "2,200,100", "3,200,100", "6,100,200", "8,100,200"})
  void of_the_notes_only_the_way_to_turn_it_stays(int turn, int width, int height)
      throws Exception {
    CleanPhoto photo = stripped(Pictures.jpegFromPhone(200, 100, turn));

    var notes = ImageMetadataReader.readMetadata(new ByteArrayInputStream(photo.image()));
    var main = notes.getFirstDirectoryOfType(ExifIFD0Directory.class);
    assertThat(photo.width()).isEqualTo(width);
    assertThat(photo.height()).isEqualTo(height);
    assertThat(notes.getFirstDirectoryOfType(GpsDirectory.class)).isNull();
    assertThat(main == null ? 1 : main.getInt(ExifIFD0Directory.TAG_ORIENTATION)).isEqualTo(turn);
    if (main != null) {
      assertThat(main.getTags()).extracting(Tag::getTagName).containsExactly("Orientation");
    }
  }

  @Test
  void prepared_from_what_was_kept_it_is_the_same_as_prepared_from_what_was_sent()
      throws Exception {
    byte[] file = Pictures.jpegFromPhone(200, 100, 6);

    var sent = ((Clean) cleaner.clean(file, ZONE, NOW)).photo();
    var kept = ((Clean) cleaner.clean(stripped(file).image(), ZONE, NOW)).photo();

    assertThat(kept.id()).isEqualTo(sent.id());
    assertThat(kept.width()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "0xFE, canary",
    "0xED, Photoshop 3.0 canary",
    "0xE1, http://ns.adobe.com/xap/1.0/ canary",
    "0xE0, JFXX canary",
    "0xE2, MPF canary",
    "0xEE, canary",
    "0xEF, canary"
  })
  void whatever_stands_beside_the_picture_goes(int marker, String content) throws Exception {
    byte[] plain = Pictures.jpeg(60, 40);

    CleanPhoto photo = stripped(with(plain, marker, content));

    assertThat(new String(photo.image(), ISO_8859_1)).doesNotContain("canary");
    assertThat(pixels(photo.image())).isEqualTo(pixels(plain));
  }

  @Test
  void a_preview_in_the_header_goes_with_it() throws Exception {
    byte[] plain = Pictures.jpeg(60, 40);

    byte[] image = stripped(with(plain, 0xE0, "JFIF\0\1\1\0\0\1\0\1\1\2canary")).image();

    assertThat(new String(image, ISO_8859_1)).doesNotContain("canary").contains("JFIF");
    assertThat(pixels(image)).isEqualTo(pixels(plain));
  }

  @Test
  void the_colour_profile_stays_for_the_decoder() {
    byte[] image = stripped(with(Pictures.jpeg(60, 40), 0xE2, "ICC_PROFILE\0\1\1abc")).image();

    assertThat(new String(image, ISO_8859_1)).contains("ICC_PROFILE");
  }

  @Test
  void what_follows_the_end_goes() {
    byte[] plain = Pictures.jpeg(40, 40);
    byte[] polyglot = Arrays.copyOf(plain, plain.length + 100);
    System.arraycopy("<script>PK\3\4".getBytes(ISO_8859_1), 0, polyglot, plain.length, 12);

    assertThat(stripped(polyglot).image()).isEqualTo(plain);
  }

  @Test
  void a_file_that_is_nothing_but_picture_keeps_its_own_name() {
    byte[] plain = Pictures.jpeg(40, 40);

    assertThat(stripped(plain).image()).isSameAs(plain);
    assertThat(stripped(plain).id()).isEqualTo(PhotoCleaner.sha256(plain));
  }

  @Test
  void a_picture_in_several_scans_is_taken_apart_as_well() throws Exception {
    byte[] file = with(progressive(300, 200), 0xFE, "canary");

    byte[] image = stripped(file).image();

    assertThat(new String(image, ISO_8859_1)).doesNotContain("canary");
    assertThat(pixels(image)).isEqualTo(pixels(file));
  }

  @Test
  void a_file_that_was_cut_off_anywhere_is_left_to_the_decoder() {
    byte[] whole = Pictures.jpegFromPhone(300, 200, 6);

    for (int length = 0; length < whole.length; length++) {
      assertThat(strip(Arrays.copyOf(whole, length))).as("%d bytes", length).isEmpty();
    }
  }

  @Test
  void a_picture_with_too_many_pixels_is_refused_by_its_header() {
    byte[] large = Pictures.jpeg(4000, 3000);
    var strict = new PhotoCleaner(10_000_000, 1_000_000, 1000);

    var refused = strict.strip(large, "", ZONE, NOW).orElseThrow();

    assertThat(((Refused) refused).why()).contains("4,000 × 3,000");
  }

  @Test
  void a_size_that_the_coded_pixels_cannot_fill_is_left_to_the_decoder() {
    byte[] bomb = Pictures.jpeg(16, 16);
    Arrays.fill(bomb, sizeAt(bomb), sizeAt(bomb) + 4, (byte) 0x7F);

    assertThat(strip(bomb)).isEmpty();
    assertThat(((Refused) cleaner.clean(bomb, ZONE, NOW)).why()).contains("32,639 × 32,639");
  }

  @ParameterizedTest
  @ValueSource(ints = {0xC3, 0xC5, 0xC9, 0xCB, 0xCF})
  void an_unusual_way_of_coding_is_left_to_the_decoder(int frame) {
    byte[] file = Pictures.jpeg(40, 40);
    file[sizeAt(file) - 4] = (byte) frame;

    assertThat(strip(file)).isEmpty();
  }

  @Test
  void other_types_are_left_to_the_decoder() {
    assertThat(strip(Pictures.png(40, 30))).isEmpty();
    assertThat(strip(new byte[0])).isEmpty();
  }

  @Test
  void nothing_that_is_sent_makes_it_stumble() {
    SplittableRandom random = new SplittableRandom(11);
    byte[] good = Pictures.jpegFromPhone(120, 80, 3);

    for (int n = 0; n < 20_000; n++) {
      byte[] bad = Arrays.copyOf(good, 4 + random.nextInt(good.length));
      for (int change = 0; change <= n % 4; change++) {
        bad[2 + random.nextInt(Math.min(bad.length - 2, 700))] = (byte) random.nextInt(256);
      }
      assertThat(PlainJpeg.of(bad)).isNotNull();
    }
  }
}
