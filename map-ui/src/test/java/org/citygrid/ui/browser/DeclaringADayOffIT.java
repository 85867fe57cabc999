package org.citygrid.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.citygrid.ui.whole.RunningTown;
import org.citygrid.ui.whole.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningTown
class DeclaringADayOffIT {
  @Autowired private Town town;

  @Test
  void a_day_is_found_by_keys_made_off_looked_at_and_saved_with_its_reason() throws Exception {
    try (Browser browser = Browser.atADesk(town.open())) {
      Page page = signIn(browser, "/admin/calendar/");
      page.getByLabel("下一年").click();
      Locator first = page.locator(".months .day").first();
      first.focus();
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowRight");
      Locator day = page.locator(".months .day[tabindex='0']");
      assertThat(day).isFocused();
      String date = day.getAttribute("data-day");
      assertThat(date).endsWith("-01-09");

      page.keyboard().press("Enter");
      page.locator("input[value=off]").check();
      page.locator("#day-name").fill("停电检修");
      page.locator(".day-form button[type=submit]").click();
      assertThat(page.locator(".effect")).containsText("没有在办案件的时限会变");
      page.locator(".draft-panel button.primary").click();
      assertThat(page.locator(".draft-panel [role=alert]")).containsText("请写说明");
      page.locator("#note").fill("供电局通知");
      page.locator(".draft-panel button.primary").click();

      assertThat(page.locator(".draft-panel")).containsText("还没有改动");
      assertThat(page.locator("[data-day='" + date + "']")).hasAttribute("title", date + " 停电检修");
      page.locator("nav a[href='#past']").click();
      assertThat(page.locator("main tbody tr").first()).containsText("供电局通知");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void the_load_and_the_matrix_open_on_a_phone() throws Exception {
    try (Browser browser = Browser.onAPhone(town.open())) {
      Page page = signIn(browser, "/admin/responsibilities/");
      assertThat(page.locator("form.add")).isVisible();
      page.locator("nav a[href='#load']").click();
      assertThat(page.locator(".loads")).isVisible();
      page.locator("nav a[href='#try']").click();
      page.locator("form button[type=submit]").click();
      assertThat(page.locator(".answer h2")).isVisible();
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static Page signIn(Browser browser, String where) {
    Page page = browser.open("/?back=" + where);
    page.locator("[name=username]").fill("admin");
    page.locator("[name=password]").fill(Town.PASSWORD);
    page.locator("button[type=submit]").click();
    page.waitForURL("**" + where + "**");
    return page;
  }
}
