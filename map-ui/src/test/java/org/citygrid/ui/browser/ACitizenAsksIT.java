package org.citygrid.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.UUID;
import org.citygrid.ui.whole.RunningTown;
import org.citygrid.ui.whole.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningTown
class ACitizenAsksIT {
  @Autowired private Town town;

  @Test
  void is_answered_at_the_desk_reads_it_at_the_receipt_and_rates_it() throws Exception {
    String words = "路边停车几点到几点收费 " + UUID.randomUUID();
    try (Browser phone = Browser.onAPhone(town.open());
        Browser office = Browser.atADesk(town.open())) {
      String receipt = ask(phone, words);

      Page desk = office.open("/?back=/enquiries/");
      desk.locator("[name=username]").fill("acceptor");
      desk.locator("[name=password]").fill(Town.PASSWORD);
      desk.locator("[name=password]").press("Enter");
      desk.locator(".row-button", new Page.LocatorOptions().setHasText(words)).click();
      assertThat(desk.locator(".asked")).hasText(words);
      desk.keyboard().press("r");
      desk.locator("[name=answer]").fill("工作日八点到二十点。");
      desk.locator(".act-form [type=submit]").click();
      assertThat(desk.locator(".answer")).containsText("工作日八点到二十点。");
      desk.locator("[data-action=CLOSE]").click();
      assertThat(desk.locator(".pane-head .state")).hasText("已办结");

      awaitStatus(receipt, "CLOSED");
      Page story = phone.open("/report/" + receipt);
      assertThat(story.locator(".answer")).containsText("工作日八点到二十点。");
      story.locator(".stars button").nth(3).click();
      story.locator(".rate .primary").click();
      assertThat(story.locator(".stars-given")).hasText("★★★★☆");
      Page figures = office.open("/enquiries/?tab=figures");
      assertThat(figures.locator(".report tfoot")).containsText("100.00 %");
      assertThat(phone.complaints()).isEmpty();
      assertThat(office.complaints()).isEmpty();
    }
    Town.await(
        () -> town.getQuietly("leader", "/api/enquiries?queue=all&rated=true&text=" + tail(words)),
        answer -> answer.body().at("/items/0/rating/stars").asInt(0) == 4,
        Duration.ofSeconds(20));
  }

  private static String ask(Browser browser, String words) {
    Page phone = browser.open("/report/#ask");
    phone.locator(".kind").first().click();
    phone.locator("textarea").fill(words);
    phone.locator(".forward .button").click();
    phone.locator(".forward .button").click();
    return phone.locator(".receipt").textContent().strip();
  }

  private void awaitStatus(String receipt, String status) {
    Town.await(
        () -> town.getQuietly("", "/api/reports/" + receipt),
        answer -> answer.text("status").equals(status),
        Duration.ofSeconds(30));
  }

  private static String tail(String words) {
    return words.substring(words.length() - 12);
  }
}
