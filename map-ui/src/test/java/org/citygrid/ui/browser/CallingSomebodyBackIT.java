package org.citygrid.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.citygrid.ui.whole.RunningTown;
import org.citygrid.ui.whole.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningTown
class CallingSomebodyBackIT {
  @Autowired private Town town;

  @Test
  void the_number_is_masked_until_somebody_looks_and_the_call_is_noted() throws Exception {
    String number = reportOf("13800001234");
    town.post(
            "acceptor",
            "/api/cases/" + number + "/acts",
            "{\"action\": \"REFUSE\", \"opinion\": \"不在受理范围\"}")
        .expect(200);

    try (Browser browser = Browser.atADesk(town.open())) {
      Page desk = browser.open("/?back=/desk/?case=" + number);
      desk.locator("[name=username]").fill("acceptor");
      desk.locator("[name=password]").fill(Town.PASSWORD);
      desk.locator("button[type=submit]").click();
      assertThat(desk.locator(".case-body .contacts")).containsText("138****1234");
      assertThat(desk.locator(".case-body .contacts")).not().containsText("13800001234");

      desk.locator("[data-reveal]").click();
      assertThat(desk.locator(".case-body .contacts a")).hasText("13800001234");
      desk.keyboard().press("Escape");
      assertThat(desk.locator("#call-backs")).containsText(number);
      desk.locator("#call-backs button.code", new Page.LocatorOptions().setHasText(number)).click();
      assertThat(desk.locator(".case-body .contacts")).containsText("138****1234");
      desk.locator("[data-reached]").click();

      assertThat(desk.locator(".case-body .contacts")).containsText("已回访");
      assertThat(desk.locator("[data-reached]")).hasCount(0);
      assertThat(browser.complaints()).isEmpty();
    }
    var waiting = town.getQuietly("acceptor", "/api/contacts/waiting?limit=200").body();
    assertThat(waiting.toString()).doesNotContain(number);
  }

  @Test
  void what_is_asked_appears_on_the_page_of_requests_without_a_reload() throws Exception {
    String words = "楼道的灯什么时候修 " + UUID.randomUUID();
    try (Browser browser = Browser.atADesk(town.open())) {
      Page desk = browser.open("/?back=/enquiries/");
      desk.locator("[name=username]").fill("acceptor");
      desk.locator("[name=password]").fill(Town.PASSWORD);
      desk.locator("[name=password]").press("Enter");
      desk.locator(".queues").waitFor();
      desk.evaluate("window.notReloaded = true");

      town.post(
              "",
              "/api/enquiries",
              "{\"kind\": \"help\", \"text\": \"%s\", \"contact\": {\"phone\": \"13900005678\"}}"
                  .formatted(words))
          .expect(201);

      desk.locator(".row-button", new Page.LocatorOptions().setHasText(words))
          .waitFor(
              new com.microsoft.playwright.Locator.WaitForOptions()
                  .setTimeout(Duration.ofSeconds(10).toMillis()));
      desk.locator(".row-button", new Page.LocatorOptions().setHasText(words)).click();
      assertThat(desk.locator(".contacts")).containsText("139****5678");
      assertThat(desk.evaluate("window.notReloaded")).isEqualTo(true);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  /// Reports something from a street of its own by somebody who wants a reply.
  ///
  /// @return the number of its case
  private String reportOf(String phone) throws Exception {
    var centre = town.get("", "/api/grids/440605125G09").body().get("center");
    String report =
        """
        {"kind": "event", "classCode": "0110", "location": {"lon": %s, "lat": %s}, "description": "垃圾",
         "contact": {"name": "陈小姐", "phone": "%s"}, "wantsReply": true, "observedAt": "%s"}
        """
            .formatted(
                centre.get("lon").asDouble(), centre.get("lat").asDouble(), phone, Instant.now());
    return town.caseOf(town.post("", "/api/reports", report).expect(201).text("receipt"));
  }
}
