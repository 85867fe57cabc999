package org.citygrid.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.citygrid.ui.whole.RunningTown;
import org.citygrid.ui.whole.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RunningTown
class ACitizenWithAPhoneIT {
  @Autowired private Town town;

  @Test
  void reports_without_an_account_and_follows_the_receipt_until_it_is_closed() throws Exception {
    try (Browser browser = Browser.onAPhone(town.open())) {
      Page phone = browser.open("/report/");
      forward(phone).click();
      phone.locator(".tile").first().click();
      if (phone.url().endsWith("#what")) {
        forward(phone).click();
      }
      forward(phone).click();
      phone.locator("textarea").fill("小区门口一直有垃圾没人收");
      forward(phone).click();
      String receipt = phone.locator(".receipt").first().textContent().strip();
      assertThat(receipt).matches("[0-9A-Z-]{10,}");

      String number = town.caseOf(receipt);
      verifyAndClose(number);

      Page story = browser.open("/report/" + receipt);
      assertThat(story.locator("h1")).hasText("已结案");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private void verifyAndClose(String number) throws Exception {
    town.act("acceptor", number, "ACCEPT", "");
    JsonNode conditions = town.get("leader", "/api/cases/" + number).body().path("conditions");
    town.act(
        "leader",
        number,
        "FILE",
        conditions.isEmpty()
            ? ""
            : "\"conditionId\": \"" + conditions.get(0).get("id").asString() + "\"");
    town.act("dispatcher", number, "DISPATCH", "\"unitCode\": \"sanitation\"");
    town.act("unit-sanitation", number, "HAND_IN", "\"opinion\": \"已清运\"");
    town.act("acceptor", number, "SEND_CHECK", "");
    town.answerTask(collectorOf(number), number, "pass");
    Town.await(
        () -> town.getQuietly("leader2", "/api/cases/" + number).text("state"),
        "TO_CLOSE"::equals,
        Duration.ofSeconds(20));
    town.act("leader2", number, "CLOSE", "");
  }

  private String collectorOf(String number) throws Exception {
    String grid = town.get("acceptor", "/api/cases/" + number).text("dutyGridCode");
    return town.get("acceptor", "/api/grids/" + grid).body().at("/collector/userName").asString();
  }

  private static Locator forward(Page phone) {
    return phone.locator(".forward .button:not([disabled])");
  }
}
