package org.citygrid.intake.photo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.citygrid.intake.IntakeProcess;
import org.citygrid.intake.Town;
import org.citygrid.intake.photo.Photos.Shown.Picture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntakeProcess
class PreparingPhotosIT {
  private static final AtomicInteger WIDTH = new AtomicInteger(401);

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private Photos photos;

  private Town collector;

  @BeforeEach
  void nothing_waits() {
    Town.survey(port);
    collector = Town.asCollector(port, "collector01");
    prepareAll();
  }

  private void prepareAll() {
    while (photos.prepareNext(Duration.ZERO)) {
      // the next one
    }
  }

  private String sent(byte[] file) {
    Town.Answer kept = collector.photo(file);
    assertThat(kept.status()).isEqualTo(201);
    return kept.body().path("photoId").asString();
  }

  private String sentAnother() {
    return sent(Pictures.jpeg(WIDTH.incrementAndGet(), 300));
  }

  private Town.Answer shown(String id, String size) {
    return collector.get("/api/photos/" + id + "?size=" + size);
  }

  private static String header(Town.Answer answer, String name) {
    return answer.raw().headers().firstValue(name).orElse("");
  }

  private String state(String id) {
    return jdbc.sql("select state from intake.photo where photo_id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  /// Whole by its segments, but half of the coded pixels are missing.
  private static byte[] damaged() {
    byte[] whole = Pictures.jpeg(WIDTH.incrementAndGet(), 3000);
    byte[] half = Arrays.copyOf(whole, whole.length * 3 / 4);
    half[half.length - 2] = (byte) 0xFF;
    half[half.length - 1] = (byte) 0xD9;
    return half;
  }

  @Test
  void a_photo_is_shown_at_once_without_the_camera_s_notes() {
    String id = sent(Pictures.jpegFromPhone(WIDTH.incrementAndGet(), 300, 6));

    for (String size : new String[] {"full", "thumb"}) {
      Town.Answer shown = shown(id, size);
      assertThat(state(id)).isEqualTo("received");
      assertThat(shown.status()).isEqualTo(200);
      assertThat(new String(shown.raw().body(), ISO_8859_1)).doesNotContain("Canary");
      assertThat(header(shown, "Content-Type")).isEqualTo("image/jpeg");
      assertThat(header(shown, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(shown, "Content-Security-Policy")).contains("sandbox");
      assertThat(header(shown, "Cache-Control")).contains("no-cache");
    }
  }

  @Test
  void later_it_is_shown_written_anew_and_upright() throws Exception {
    int width = WIDTH.incrementAndGet();
    String id = sent(Pictures.jpegFromPhone(width, 300, 6));

    prepareAll();

    var picture = ImageIO.read(new ByteArrayInputStream(shown(id, "full").raw().body()));
    var small = ImageIO.read(new ByteArrayInputStream(shown(id, "thumb").raw().body()));
    assertThat(state(id)).isEqualTo("ready");
    assertThat(picture.getWidth()).isEqualTo(300);
    assertThat(picture.getHeight()).isEqualTo(width);
    assertThat(small.getHeight()).isEqualTo(320);
    assertThat(new String(shown(id, "full").raw().body(), ISO_8859_1)).doesNotContain("Exif");
    assertThat(header(shown(id, "full"), "Cache-Control")).contains("immutable");
  }

  @Test
  void the_same_photo_sent_again_stays_prepared() {
    byte[] file = Pictures.jpeg(WIDTH.incrementAndGet(), 300);
    String id = sent(file);
    prepareAll();

    assertThat(sent(file)).isEqualTo(id);

    assertThat(state(id)).isEqualTo("ready");
    assertThat(photos.prepareNext(Duration.ZERO)).isFalse();
  }

  @Test
  void a_photo_that_turns_out_to_be_damaged_is_said_to_be() {
    String id = sent(damaged());

    prepareAll();

    Town.Answer shown = shown(id, "full");
    assertThat(state(id)).isEqualTo("damaged");
    assertThat(shown.status()).isEqualTo(410);
    assertThat(shown.body().path("type").asString()).contains("photo-damaged");
  }

  @Test
  void a_page_is_told_so_by_a_picture() {
    String id = sent(damaged());
    prepareAll();

    Town.Answer shown = collector.getPicture("/api/photos/" + id);

    assertThat(shown.status()).isEqualTo(410);
    assertThat(header(shown, "Content-Type")).isEqualTo("image/svg+xml");
    assertThat(new String(shown.raw().body(), UTF_8)).contains("照片已损坏");
    assertThat(header(shown, "Content-Security-Policy")).contains("sandbox");
  }

  @Test
  void a_photo_that_is_cut_off_is_refused_at_once() {
    byte[] whole = Pictures.jpeg(WIDTH.incrementAndGet(), 300);

    Town.Answer refused = collector.photo(Arrays.copyOf(whole, whole.length / 2));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.wrongFields()).containsExactly("photo");
  }

  @Test
  void a_photo_taken_in_hand_by_one_who_died_is_taken_up_again() {
    String id = sentAnother();
    jdbc.sql(
            "update intake.photo set tries = 1, prepare_after = now() + interval '1 minute' where photo_id = :id")
        .param("id", id)
        .update();
    assertThat(photos.prepareNext(Duration.ZERO)).isFalse();

    jdbc.sql("update intake.photo set prepare_after = now() where photo_id = :id")
        .param("id", id)
        .update();
    prepareAll();

    assertThat(state(id)).isEqualTo("ready");
  }

  @Test
  void a_photo_at_which_four_have_died_is_given_up() {
    String id = sentAnother();
    jdbc.sql("update intake.photo set tries = 4 where photo_id = :id").param("id", id).update();

    prepareAll();

    assertThat(state(id)).isEqualTo("damaged");
  }

  @Test
  void a_photo_that_came_with_a_report_is_known_with_it_and_never_swept() {
    Town.Answer answer =
        collector.report(
            UUID.randomUUID(),
            """
            {"kind": "event", "classCode": "0105", "location": {"lon": 113.11, "lat": 23.11}}
            """,
            Pictures.jpegFromPhone(WIDTH.incrementAndGet(), 300, 1));

    String receipt = answer.body().path("receipt").asString();
    assertThat(answer.status()).isEqualTo(201);
    assertThat(
            jdbc.sql(
                    """
                    select p.state || ' ' || p.used from intake.report r
                    join intake.photo p on p.photo_id = any(r.photo_ids)
                    where r.receipt = :receipt
                    """)
                .param("receipt", receipt)
                .query(String.class)
                .list())
        .containsExactly("received true");
  }

  @Test
  void what_a_crash_left_of_a_prepared_photo_is_swept() throws IOException {
    String id = sentAnother();
    Path received = ((Picture) photos.find(id, false).orElseThrow()).file();
    byte[] file = Files.readAllBytes(received);
    prepareAll();
    Files.write(received, file);
    Files.setLastModifiedTime(received, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

    photos.sweep(_ -> Set.of());

    assertThat(received).doesNotExist();
    assertThat(photos.find(id, false)).isPresent();
  }

  @Test
  void nobody_has_to_ask_for_it() throws Exception {
    String id = sentAnother();

    try (var _ = new Darkroom(photos, Duration.ZERO, Duration.ZERO)) {
      Instant limit = Instant.now().plusSeconds(30);
      while (!state(id).equals("ready") && Instant.now().isBefore(limit)) {
        Thread.onSpinWait();
      }
    }
    assertThat(state(id)).isEqualTo("ready");
  }
}
