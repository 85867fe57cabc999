package org.citygrid.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.citygrid.ui.whole.RunningTown;
import org.citygrid.ui.whole.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RunningTown
class WatchingOverTheTownIT {
  @Autowired private Town town;

  @Test
  void a_lamp_opens_exactly_the_cases_it_counts() throws Exception {
    handledBySanitation("监察页：灯要数得清");

    try (Browser browser = Browser.atADesk(town.open())) {
      Page oversight = signIn(browser, "leader", "/oversight/");
      Locator lamp =
          oversight.locator(".lamp-table tbody tr", hasText("环境卫生所")).locator("a.light-green");
      int counted = Integer.parseInt(lamp.textContent().strip());

      lamp.click();

      oversight.waitForURL("**/desk/**");
      assertThat(oversight.locator(".chip[data-chip=unit]")).containsText("环境卫生所");
      assertThat(oversight.locator(".case-row")).hasCount(counted);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void a_case_is_chased_from_the_page_and_answered_by_the_department() throws Exception {
    String number = handledBySanitation("监察页：请催一下");

    try (Browser browser = Browser.atADesk(town.open())) {
      Page desk = signIn(browser, "inspector", "/desk/?queue=open&case=" + number);
      desk.locator(".offers button[data-action=SUPERVISE]").click();
      desk.locator(".act-form textarea").fill("先催一次");
      desk.locator(".act-form button[type=submit]").click();

      desk.navigate("/oversight/#chases");
      Locator row = desk.locator(".oversight-row[data-number='" + number + "']");
      assertThat(row).containsText("先催一次");
      row.locator("[type=checkbox]").check();
      desk.locator("[data-chase-marked]").click();
      desk.locator(".phrases .chip").first().click();
      desk.locator(".chase-form button[type=submit]").click();
      assertThat(desk.locator(".oversight-row[data-number='" + number + "']"))
          .containsText("共督办 2 次");
      assertThat(browser.complaints()).isEmpty();
    }
    try (Browser browser = Browser.onAPhone(town.open())) {
      Page unit = browser.open("/unit/");
      unit.locator("[name=username]").fill("unit-sanitation");
      unit.locator("[name=password]").fill(Town.PASSWORD);
      unit.locator("button:not([type=button]).primary").click();
      unit.locator("a[href='#" + number + "']").click();
      assertThat(unit.locator(".chase")).hasCount(2);
      unit.locator(".chase textarea").first().fill("下午四点前清完");
      unit.locator(".chase .primary").first().click();

      Town.await(
          () -> answers(number), replies -> replies.contains("下午四点前清完"), Duration.ofSeconds(20));
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void rows_under_the_pointer_stay_where_they_are() throws Exception {
    String first = chased("监察页：先督办的");

    try (Browser browser = Browser.atADesk(town.open())) {
      Page oversight = signIn(browser, "leader", "/oversight/");
      oversight.locator("[data-tab=chases]").click();
      Locator row = oversight.locator(".oversight-row[data-number='" + first + "']");
      row.hover();
      double before = row.boundingBox().y;

      String second = chased("监察页：后督办的");
      assertThat(oversight.locator(".news button")).isVisible();
      assertThat(row.boundingBox().y).isEqualTo(before);

      oversight.locator("#top h1").hover();
      assertThat(oversight.locator(".oversight-row[data-number='" + second + "']")).isVisible();
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void the_whole_process_of_a_case_stands_on_a_page_for_paper() throws Exception {
    String number = chased("监察页：全过程");

    try (Browser browser = Browser.atADesk(town.open())) {
      Page sheet = signIn(browser, "evaluator", "/case/" + number);
      assertThat(sheet.locator(".process > li")).hasCount(5);
      assertThat(sheet.locator(".process > li").last()).containsText("请说明进展");
      assertThat(sheet.locator(".clock-bar")).isVisible();
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void a_collector_is_told_who_may_watch() throws Exception {
    try (Browser browser = Browser.atADesk(town.open())) {
      Page page = signIn(browser, "collector07", "/oversight/");

      assertThat(page.locator(".page-problem")).containsText("您的岗位无权查看这里");
    }
  }

  private String answers(String number) {
    JsonNode chases = town.getQuietly("leader", "/api/cases/" + number).body().path("supervisions");
    return chases.toString();
  }

  private String chased(String words) throws Exception {
    String number = handledBySanitation(words);
    town.act("leader", number, "SUPERVISE", "\"opinion\": \"请说明进展\"");
    return number;
  }

  /// In a department's hands, its clock running.
  private String handledBySanitation(String words) throws Exception {
    String number = town.caseOf(town.report("collector07", words));
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
    return number;
  }

  private static Page.LocatorOptions hasText(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  private static Page signIn(Browser browser, String who, String back) {
    Page page = browser.open("/?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    page.locator("[name=username]").fill(who);
    page.locator("[name=password]").fill(Town.PASSWORD);
    page.locator("button[type=submit]").click();
    page.waitForURL("**" + back.replaceAll("[?].*", "") + "**");
    return page;
  }
}
