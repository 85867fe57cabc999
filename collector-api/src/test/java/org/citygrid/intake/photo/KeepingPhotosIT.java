package org.citygrid.intake.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.citygrid.intake.IntakeProcess;
import org.citygrid.intake.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntakeProcess
class KeepingPhotosIT {
  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private Photos photos;

  private Town collector;

  @BeforeEach
  void survey() {
    Town.survey(port);
    collector = Town.asCollector(port, "collector01");
  }

  @Test
  void a_photo_sent_ahead_is_shown_to_those_who_signed_in() {
    Town.Answer kept = collector.photo(Pictures.jpegFromPhone(400, 300, 6));

    String id = kept.body().path("photoId").asString();
    assertThat(kept.status()).isEqualTo(201);
    assertThat(kept.body().path("width").asInt()).isEqualTo(300);
    assertThat(kept.body().path("takenAt").asString()).isEqualTo("2026-11-20T01:30:00Z");
    assertThat(collector.get("/api/photos/" + id).raw().headers().firstValue("Content-Type"))
        .contains("image/jpeg");
    assertThat(collector.get("/api/photos/" + id + "?size=thumb").status()).isEqualTo(200);
    assertThat(Town.asStranger(port).get("/api/photos/" + id).status()).isEqualTo(401);
    assertThat(collector.get("/api/photos/" + "0".repeat(64)).status()).isEqualTo(404);
    assertThat(collector.get("/api/photos/..%2f..%2fetc").status()).isIn(400, 404);
  }

  @Test
  void a_bad_photo_is_refused_by_name() {
    Town.Answer refused = collector.photo(new byte[0]);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.wrongFields()).containsExactly("photo");
  }

  @Test
  void what_a_card_shows_is_not_swept() {
    String shown = collector.photo(Pictures.jpeg(53, 50)).body().path("photoId").asString();
    jdbc.sql("update intake.photo set stored_at = stored_at - interval '30 days'").update();

    photos.sweep(_ -> Set.of(shown));

    assertThat(photos.find(shown, false)).isPresent();
  }

  @Test
  void only_what_nothing_names_is_swept() {
    String named = collector.photo(Pictures.jpeg(51, 50)).body().path("photoId").asString();
    String unnamed = collector.photo(Pictures.jpeg(52, 50)).body().path("photoId").asString();
    collector.post(
        "/api/reports",
        UUID.randomUUID(),
        """
        {"kind": "event", "classCode": "0105", "location": {"lon": 113.11, "lat": 23.11},
         "photoIds": ["%s"]}
        """
            .formatted(named));
    jdbc.sql("update intake.photo set stored_at = stored_at - interval '30 days'").update();

    photos.sweep(_ -> Set.of());

    assertThat(photos.find(named, false)).isPresent();
    assertThat(photos.find(unnamed, false)).isEmpty();
  }
}
