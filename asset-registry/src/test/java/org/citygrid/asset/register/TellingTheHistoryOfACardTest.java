package org.citygrid.asset.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.citygrid.asset.CardChange;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TellingTheHistoryOfACardTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void each_change_is_the_difference_between_two_versions() {
    List<CardChange> history =
        CardHistory.tell(
            List.of(
                version(1, "ann", "{\"spec\": \"LED\", \"state\": \"intact\", \"note\": \"new\"}"),
                version(
                    2, "bob", "{\"spec\": \"LED\", \"state\": \"lost\", \"address\": \"here\"}")));

    assertThat(history).extracting(CardChange::act).containsExactly("appeared", "retired");
    assertThat(history).extracting(CardChange::by).containsExactly("ann", "bob");
    assertThat(history.getFirst().changes()).isEmpty();
    assertThat(history.getLast().changes())
        .extracting(change -> change.field() + ": " + change.from() + " > " + change.to())
        .containsExactly(
            "address: null > \"here\"", "note: \"new\" > null", "state: \"intact\" > \"lost\"");
  }

  @Test
  void a_card_without_versions_has_no_history() {
    assertThat(CardHistory.tell(List.of())).isEmpty();
  }

  private static CardVersion version(int number, String by, String card) {
    return new CardVersion(
        number, Instant.EPOCH.plusSeconds(number), by, null, null, null, JSON.readTree(card));
  }
}
