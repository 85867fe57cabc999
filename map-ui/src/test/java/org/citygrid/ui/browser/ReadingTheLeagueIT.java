package org.citygrid.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.citygrid.ui.whole.RunningTown;
import org.citygrid.ui.whole.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningTown
class ReadingTheLeagueIT {
  @Autowired private Town town;

  @Test
  void a_leader_reads_how_a_score_came_about_and_opens_the_cases_behind_a_count() throws Exception {
    String number = town.caseOf(town.report("collector07", "评价页：清运一车"));
    town.act("acceptor", number, "ACCEPT", "");
    town.act("leader", number, "FILE", condition(number));
    town.act("dispatcher", number, "DISPATCH", "\"unitCode\": \"sanitation\"");
    String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    String league = "/api/evaluation?of=department&period=" + today;
    Town.await(
        () -> town.getQuietly("leader", league),
        answer -> answer.body().toString().contains("sanitation"),
        Duration.ofSeconds(20));

    try (Browser browser = Browser.atADesk(town.open())) {
      Page page = browser.open("/?back=/board/evaluation/");
      page.locator("[name=username]").fill("leader");
      page.locator("[name=password]").fill(Town.PASSWORD);
      page.locator("[name=password]").press("Enter");
      page.locator(".evaluation .chips button").first().click();
      Locator row =
          page.locator(".league > tbody > tr", new Page.LocatorOptions().setHasText("环境卫生所"))
              .first();

      row.locator("button").click();
      assertThat(page.locator(".how-box")).containsText("权重");
      row.locator("a").first().click();

      page.waitForURL("**/desk/**");
      assertThat(page.locator(".chip", new Page.LocatorOptions().setHasText("环境卫生所")).first())
          .isVisible();
      assertThat(page.locator(".case-row").first()).isVisible();
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private String condition(String number) throws Exception {
    var conditions = town.get("leader", "/api/cases/" + number).body().path("conditions");
    return conditions.isEmpty()
        ? ""
        : "\"conditionId\": \"" + conditions.get(0).get("id").asString() + "\"";
  }
}
