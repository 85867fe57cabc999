package org.citygrid.asset;

import static org.assertj.core.api.Assertions.assertThat;

import org.citygrid.asset.Caller.Answer;
import org.citygrid.data.Catalogues;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningRegister
class KnowingTheClassesIT {
  @LocalServerPort int port;
  @Autowired Catalogue catalogue;

  @Test
  void the_towns_edition_is_loaded_with_its_conditions() {
    long ofEdition =
        Catalogues.rows(Catalogues.COMPONENT_CLASSES).stream()
            .filter(row -> row.get("edition").equals(Catalogues.CURRENT_EDITION))
            .count();

    assertThat(catalogue.edition()).isEqualTo(Catalogues.CURRENT_EDITION);
    assertThat(catalogue.listClasses().stream().filter(one -> one.kind() == Kind.COMPONENT).count())
        .isEqualTo(ofEdition);
    assertThat(catalogue.findClass(Kind.COMPONENT, "0137").orElseThrow().name().zh())
        .isEqualTo("路灯");
    assertThat(catalogue.findClass(Kind.EVENT, "9999")).isEmpty();
  }

  @Test
  void a_condition_carries_its_limit() {
    Condition first = catalogue.listConditions(Kind.COMPONENT, "0101").getFirst();

    assertThat(first.id()).isEqualTo("c0101-1");
    assertThat(first.limitValue()).isEqualTo(2);
    assertThat(first.limitUnit()).isEqualTo("emergency_hour");
    assertThat(catalogue.findCondition("c0101-1")).contains(first);
    assertThat(catalogue.findCondition("nothing")).isEmpty();
  }

  @Test
  void anyone_may_read_the_classes_and_read_them_again_for_nothing() {
    Caller stranger = Caller.stranger(port);

    Answer answer = stranger.get("/api/classes?kind=event&conditions=true");

    JsonNode first = answer.json().path("items").path(0);
    assertThat(first.path("kind").asString()).isEqualTo("event");
    assertThat(first.path("code").asString()).isEqualTo("0101");
    assertThat(first.path("conditions").path(0).path("limit").path("unit").asString()).isNotEmpty();
    assertThat(
            stranger
                .get(
                    "/api/classes?kind=event&conditions=true",
                    "If-None-Match",
                    answer.header("etag"))
                .status())
        .isEqualTo(304);
    assertThat(stranger.get("/api/classes?kind=weather").status()).isEqualTo(400);
  }
}
