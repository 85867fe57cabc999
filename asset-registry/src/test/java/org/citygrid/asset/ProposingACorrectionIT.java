package org.citygrid.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citygrid.asset.ARegisterOfLamps.aLamp;

import java.util.UUID;
import org.citygrid.asset.Caller.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RunningRegister
class ProposingACorrectionIT {
  private static final String PHOTO = "a".repeat(64);
  private static final String MISSING =
      """
      {"act": "create", "classCode": "0137", "lon": 113.1025, "lat": 23.1015, "note": "no card",
       "photoIds": ["%s"]}
      """
          .formatted(PHOTO);

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Register register;

  @BeforeEach
  void an_empty_register() {
    ARegisterOfLamps.clear(jdbc, port);
  }

  @Test
  void a_proposal_waits_and_changes_nothing() {
    Answer taken = walker().postJson("/api/component-proposals", MISSING);

    assertThat(taken.status()).isEqualTo(201);
    assertThat(taken.json().path("state").asString()).isEqualTo("open");
    assertThat(admin().get("/api/components").json().path("items")).isEmpty();
    JsonNode waiting = admin().get("/api/component-proposals?state=open").json();
    assertThat(waiting.path("open").asInt()).isEqualTo(1);
    assertThat(waiting.path("items").path(0).path("proposedBy").path("userName").asString())
        .isEqualTo("walker");
  }

  @Test
  void sent_twice_is_one_and_other_content_under_its_key_is_refused() {
    String key = UUID.randomUUID().toString();
    Caller walker = walker();

    assertThat(send(walker, key, MISSING).status()).isEqualTo(201);
    assertThat(send(walker, key, MISSING).status()).isEqualTo(200);
    assertThat(send(walker, key, MISSING.replace("no card", "other")).status()).isEqualTo(409);
    assertThat(admin().get("/api/component-proposals").json().path("items")).hasSize(1);
  }

  @Test
  void an_accepted_missing_component_gets_its_card_in_the_name_of_the_reviewer() {
    String id = propose(MISSING);

    Answer decided =
        accept(id, "{\"opinion\": \"seen on the plan\", \"card\": {\"ownerUnit\": \"lighting\"}}");

    assertThat(decided.status()).isEqualTo(200);
    assertThat(decided.json().path("state").asString()).isEqualTo("accepted");
    String code = decided.json().path("code").asString();
    JsonNode card = admin().get("/api/components/" + code).json();
    JsonNode first = card.path("history").path(0);
    assertThat(first.path("by").asString()).isEqualTo("admin");
    assertThat(first.path("proposedBy").asString()).isEqualTo("walker");
    assertThat(first.path("reason").asString()).isEqualTo("no card\nseen on the plan");
    assertThat(card.path("photos").path(0).path("id").asString()).isEqualTo(PHOTO);
  }

  @Test
  void what_the_reviewer_must_still_say_is_asked_and_the_proposal_stays_open() {
    String id = propose(MISSING);

    Answer lacking = accept(id, "{}");

    assertThat(lacking.status()).isEqualTo(400);
    assertThat(lacking.json().path("errors").path(0).path("field").asString())
        .isEqualTo("ownerUnit");
    assertThat(admin().get("/api/component-proposals/" + id).json().path("state").asString())
        .isEqualTo("open");
  }

  @Test
  void a_wrong_place_becomes_a_move_and_a_thing_that_is_gone_is_retired() {
    String code = aLamp(port);
    String move =
        propose(
            "{\"act\": \"move\", \"code\": \"%s\", \"lon\": 113.1055, \"lat\": 23.1015}"
                .formatted(code));
    String gone = propose("{\"act\": \"gone\", \"code\": \"%s\"}".formatted(code));

    assertThat(accept(move, "{}").status()).isEqualTo(200);
    assertThat(accept(gone, "{\"card\": {\"state\": \"lost\"}}").status()).isEqualTo(200);

    JsonNode card = admin().get("/api/components/" + code).json();
    assertThat(card.path("cellCode").asString()).isEqualTo("440605125001016");
    assertThat(card.path("state").asString()).isEqualTo("lost");
    assertThat(card.path("history").values())
        .extracting(step -> step.path("act").asString())
        .containsExactly("appeared", "moved", "retired");
  }

  @Test
  void a_reviewer_who_saw_an_older_card_is_told() {
    String code = aLamp(port);
    String id =
        propose("{\"act\": \"change\", \"code\": \"%s\", \"spec\": \"LED 60 W\"}".formatted(code));
    admin().patch("/api/components/" + code, "{\"version\": 1, \"note\": \"x\"}");

    assertThat(accept(id, "{\"version\": 1}").status()).isEqualTo(409);
    assertThat(accept(id, "{\"version\": 2}").status()).isEqualTo(200);
  }

  @Test
  void a_rejection_says_why_and_is_final() {
    String id = propose(MISSING);

    assertThat(admin().postJson("/api/component-proposals/" + id + "/reject", "{}").status())
        .isEqualTo(400);
    assertThat(
            admin()
                .postJson(
                    "/api/component-proposals/" + id + "/reject", "{\"opinion\": \"private\"}")
                .json()
                .path("opinion")
                .asString())
        .isEqualTo("private");
    Answer again = accept(id, "{\"card\": {\"ownerUnit\": \"lighting\"}}");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().path("state").asString()).isEqualTo("rejected");
  }

  @Test
  void proposers_see_their_own_and_decide_nothing() {
    String id = propose(MISSING);
    Caller other = Caller.with(port, "other", "COLLECTOR");

    assertThat(walker().get("/api/component-proposals").json().path("items")).hasSize(1);
    assertThat(other.get("/api/component-proposals").json().path("items")).isEmpty();
    assertThat(other.get("/api/component-proposals/" + id).status()).isEqualTo(404);
    assertThat(walker().postJson("/api/component-proposals/" + id + "/accept", "{}").status())
        .isEqualTo(403);
    assertThat(Caller.stranger(port).postJson("/api/component-proposals", MISSING).status())
        .isEqualTo(401);
  }

  @Test
  void its_photos_are_in_use() {
    propose(MISSING);

    assertThat(register.findPhotosInUse(java.util.List.of(PHOTO, "b".repeat(64))))
        .containsExactly(PHOTO);
  }

  @Test
  void nonsense_is_refused_with_its_fields() {
    Answer refused =
        walker().postJson("/api/component-proposals", "{\"act\": \"eat\", \"colour\": \"red\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("errors").values())
        .extracting(error -> error.path("field").asString())
        .contains("act", "colour", "code", "classCode");
  }

  @Test
  void pages_of_proposals_lead_on_oldest_first() {
    for (int n = 0; n < 3; n++) {
      propose(MISSING);
    }

    JsonNode first = admin().get("/api/component-proposals?state=open&limit=2").json();
    JsonNode second =
        admin()
            .get(
                "/api/component-proposals?state=open&limit=2&cursor="
                    + first.path("next").asString())
            .json();

    assertThat(first.path("items")).hasSize(2);
    assertThat(second.path("items")).hasSize(1);
    assertThat(second.has("next")).isFalse();
  }

  private String propose(String body) {
    Answer taken = walker().postJson("/api/component-proposals", body);
    assertThat(taken.status()).isEqualTo(201);
    return taken.json().path("id").asString();
  }

  private Answer accept(String id, String body) {
    return admin().postJson("/api/component-proposals/" + id + "/accept", body);
  }

  private static Answer send(Caller caller, String key, String body) {
    return caller.postJson("/api/component-proposals", body, "Idempotency-Key", key);
  }

  private Caller walker() {
    return Caller.with(port, "walker", "COLLECTOR");
  }

  private Caller admin() {
    return Caller.administrator(port);
  }
}
