package org.citygrid.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
      Page page = signIn(browser, "leader", "/board/evaluation/");
      page.locator(".evaluation .chips button").first().click();
      Locator row =
          page.locator(".league > tbody > tr", new Page.LocatorOptions().setHasText("环境卫生所"))
              .first();

      row.locator("button").click();
      assertThat(page.locator(".how-box")).containsText("权重");
      assertThat(page.locator(".how-box")).containsText("应处置数");
      assertThat(page.locator(".trend li")).hasCount(6);
      row.locator("a").first().click();

      page.waitForURL("**/desk/**");
      assertThat(page.locator(".chip", new Page.LocatorOptions().setHasText("环境卫生所")).first())
          .isVisible();
      assertThat(page.locator(".case-row").first()).isVisible();
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void a_place_on_the_map_and_its_row_are_one_thing() throws Exception {
    String number = town.caseOf(town.report("collector07", "评价页：地图上的网格"));
    town.act("acceptor", number, "ACCEPT", "");
    String grid = town.get("leader", "/api/cases/" + number).body().path("dutyGridCode").asString();
    String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    String league = "/api/evaluation?of=grid&period=" + today;
    Town.await(
        () -> town.getQuietly("leader", league),
        answer -> answer.body().toString().contains(grid),
        Duration.ofSeconds(20));

    try (Browser browser = Browser.atADesk(town.open())) {
      Page page =
          signIn(browser, "leader", "/board/evaluation/?of=grid&from=" + today + "&to=" + today);
      Locator row = page.locator(".league tr[data-key='" + grid + "']");
      assertThat(row).isVisible();
      assertThat(page.locator("[data-span=range]")).hasAttribute("aria-pressed", "true");

      row.locator("th button").click();
      assertThat(page.locator(".place-map path[stroke-width='4']")).hasCount(1);
      page.locator(".place-map path[stroke-width='4']").click();

      assertThat(page.locator(".league tr.chosen")).hasCount(0);
      row.hover();
      assertThat(page.locator(".place-map path[stroke-width='3']")).hasCount(1);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void a_result_is_frozen_and_published_and_the_department_reads_what_is_its_own()
      throws Exception {
    try (Browser browser = Browser.atADesk(town.open())) {
      Page page = signIn(browser, "evaluator", "/board/evaluation/?of=department&period=2026-01");
      page.locator(".freeze [name=note]").fill("一月");
      page.locator(".freeze button").click();
      Locator result = page.locator(".frozen li").first();
      assertThat(result).containsText("一月");

      result.locator("button:not(.quiet)").click();

      assertThat(result).containsText("发布");
      assertThat(result.locator("button:not(.quiet)")).hasCount(0);
      result.locator("button.quiet").click();
      assertThat(page.locator(".evaluation .head")).containsText("一月");
      assertThat(browser.complaints()).isEmpty();
    }
    try (Browser browser = Browser.onAPhone(town.open())) {
      Page unit = browser.open("/unit/");
      unit.locator("[name=username]").fill("unit-sanitation");
      unit.locator("[name=password]").fill(Town.PASSWORD);
      unit.locator("button:not([type=button]).primary").click();
      unit.locator(".filters button").last().click();

      assertThat(unit.locator(".own-result")).containsText("2026-01");
      assertThat(unit.locator(".own-result")).containsText("这段时间没有可评价的案件");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void the_board_shows_one_class_alone_and_opens_its_cases() throws Exception {
    String number = town.caseOf(town.report("collector07", "看板：按类别看"));
    Town.await(
        () -> town.getQuietly("leader", "/api/stats/throughput?by=class"),
        answer -> !answer.body().path("items").isEmpty(),
        Duration.ofSeconds(20));

    try (Browser browser = Browser.atADesk(town.open())) {
      Page page = signIn(browser, "leader", "/board/");
      Locator row = page.locator(".split-table tbody tr").first();

      row.locator("th button").click();
      assertThat(page.locator(".board-chart h2 .chip")).isVisible();
      row.locator("td a").first().click();

      page.waitForURL("**/desk/**");
      assertThat(page.locator(".chip[data-chip=class]")).isVisible();
      assertThat(page.locator(".case-row[data-number='" + number + "']")).isVisible();
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static Page signIn(Browser browser, String who, String path) {
    Page page = browser.open("/?back=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
    page.locator("[name=username]").fill(who);
    page.locator("[name=password]").fill(Town.PASSWORD);
    page.locator("[name=password]").press("Enter");
    return page;
  }

  private String condition(String number) throws Exception {
    var conditions = town.get("leader", "/api/cases/" + number).body().path("conditions");
    return conditions.isEmpty()
        ? ""
        : "\"conditionId\": \"" + conditions.get(0).get("id").asString() + "\"";
  }
}
