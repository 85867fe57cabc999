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

@RunningTown
class AMorningAtTheDeskIT {
  @Autowired private Town town;

  @Test
  void the_leader_signs_in_sees_the_map_drawn_and_files_a_case() throws Exception {
    String number = acceptedCase();

    try (Browser browser = Browser.atADesk(town.open())) {
      Page desk = signIn(browser, "leader");
      desk.locator(".case-row[data-number='" + number + "']").click();
      assertThat(Browser.drawnPartOf(mapOf(desk))).isGreaterThan(0.1);

      act(desk, "FILE");

      Town.await(
          () -> town.getQuietly("leader", "/api/cases/" + number).text("state"),
          "TO_DISPATCH"::equals,
          Duration.ofSeconds(10));
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void the_dispatcher_sends_it_to_the_proposed_unit_and_sees_the_days_in_a_chart()
      throws Exception {
    String number = acceptedCase();
    town.act("leader", number, "FILE", anyCondition(number));

    try (Browser browser = Browser.atADesk(town.open())) {
      Page desk = signIn(browser, "dispatcher");
      assertThat(desk.locator(".chart canvas").first()).isVisible();
      assertThat(Browser.drawnPartOf(desk.locator(".chart canvas").first().screenshot()))
          .isGreaterThan(0.005);
      desk.locator(".case-row[data-number='" + number + "']").click();

      act(desk, "DISPATCH");

      Town.await(
          () -> town.getQuietly("dispatcher", "/api/cases/" + number).text("state"),
          "HANDLING"::equals,
          Duration.ofSeconds(10));
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void a_new_report_appears_by_itself() throws Exception {
    try (Browser browser = Browser.atADesk(town.open())) {
      Page desk = signIn(browser, "acceptor");
      String number = town.caseOf(town.report("collector07", "新上报的案件"));

      assertThat(desk.locator(".case-row[data-number='" + number + "']")).isVisible();
    }
  }

  private String acceptedCase() throws Exception {
    String number = town.caseOf(town.report("collector07", "暴露垃圾，待立案"));
    town.act("acceptor", number, "ACCEPT", "");
    return number;
  }

  private String anyCondition(String number) throws Exception {
    var conditions = town.get("leader", "/api/cases/" + number).body().path("conditions");
    return conditions.isEmpty()
        ? ""
        : "\"conditionId\": \"" + conditions.get(0).get("id").asString() + "\"";
  }

  private static Page signIn(Browser browser, String who) {
    Page page = browser.open("/");
    page.locator("[name=username]").fill(who);
    page.locator("[name=password]").fill(Town.PASSWORD);
    page.locator("button[type=submit]").click();
    page.waitForURL("**/desk/**");
    return page;
  }

  private static byte[] mapOf(Page desk) {
    // Tiles and outlines come one by one; the scale bar is there from the start.
    assertThat(desk.locator("#map canvas.case-canvas")).isVisible();
    Town.await(() -> drawn(desk), part -> part > 0.1, Duration.ofSeconds(20));
    return desk.locator("#map").screenshot();
  }

  private static double drawn(Page desk) {
    try {
      return Browser.drawnPartOf(desk.locator("#map").screenshot());
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  /// Presses the act's button, fills in what it needs, and sends it.
  private static void act(Page desk, String action) {
    desk.locator(".offers button[data-action=" + action + "]").click();
    Locator form = desk.locator(".act-form");
    assertThat(form).isVisible();
    for (Locator choice : form.locator("select").all()) {
      if (choice.inputValue().isEmpty()) {
        choice.selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
      }
    }
    form.locator("button[type=submit]").click();
  }
}
