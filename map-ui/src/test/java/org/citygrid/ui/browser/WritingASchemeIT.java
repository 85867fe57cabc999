package org.citygrid.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import org.citygrid.ui.whole.RunningTown;
import org.citygrid.ui.whole.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningTown
class WritingASchemeIT {
  @Autowired private Town town;

  @Test
  void a_new_version_warns_of_weights_is_tried_and_begins_on_its_day() throws Exception {
    String later = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(40).toString();

    try (Browser browser = Browser.atADesk(town.open())) {
      Page page = signIn(browser, "evaluator");
      Locator scheme = page.locator("[data-scheme=jinniu]");
      scheme.locator("header button").click();
      Locator weights = scheme.locator(".editing tbody td:nth-child(2) input");

      weights.nth(0).fill("20");
      assertThat(scheme.locator("[data-sum]")).hasText("90");
      assertThat(scheme.locator(".fault")).isVisible();
      weights.nth(1).fill("30");
      assertThat(scheme.locator("[data-sum]")).hasText("100");
      assertThat(scheme.locator(".fault")).hasCount(0);

      scheme.locator(".trial button").click();
      assertThat(scheme.locator(".trial table, .trial p").first()).isVisible();
      scheme.locator("[name=validFrom]").fill(later);
      scheme.locator(".editing button[type=submit]").click();

      assertThat(scheme.locator(".chips .chip")).hasCount(2);
      assertThat(scheme).containsText(later);
      assertThat(scheme.locator(".state").last()).hasText("将生效");
      assertThat(scheme.locator(".sheet-table tbody td.number").first()).hasText("20");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void who_does_not_evaluate_reads_and_changes_nothing() throws Exception {
    try (Browser browser = Browser.onAPhone(town.open())) {
      Page page = signIn(browser, "acceptor");

      assertThat(page.locator("[data-scheme=department]")).containsText("专业部门综合评价");
      assertThat(page.locator("[data-scheme=department] header button")).hasCount(0);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static Page signIn(Browser browser, String who) {
    Page page = browser.open("/?back=/board/schemes/");
    page.locator("[name=username]").fill(who);
    page.locator("[name=password]").fill(Town.PASSWORD);
    page.locator("[name=password]").press("Enter");
    return page;
  }
}
