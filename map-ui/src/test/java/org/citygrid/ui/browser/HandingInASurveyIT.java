package org.citygrid.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import org.citygrid.ui.whole.RunningTown;
import org.citygrid.ui.whole.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningTown
class HandingInASurveyIT {
  private static final String SURVEY =
      """
      小类,权属单位,经度,纬度,规格
      0101,大沥镇人民政府,113.1001,23.1001,圆形
      9999,大沥镇人民政府,113.1002,23.1002,方形
      """;

  @Autowired private Town town;

  @Test
  void shows_what_was_found_and_what_is_wrong_before_anything_is_stored() throws Exception {
    try (Browser browser = Browser.atADesk(town.open())) {
      Page page = signIn(browser);

      page.locator(".drop input")
          .setInputFiles(
              new FilePayload("covers.csv", "text/csv", SURVEY.getBytes(Charset.forName("GBK"))));

      assertThat(page.locator(".mapping")).isVisible();
      assertThat(page.locator("select[name=encoding]")).containsText("GB18030");
      assertThat(page.locator("main")).containsText("圆形");

      page.locator("form button").first().click();

      Locator outcome = page.locator(".counts");
      assertThat(outcome).isVisible();
      assertThat(page.locator("a[download]")).isVisible();
      assertThat(page.locator("main")).containsText("9999");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static Page signIn(Browser browser) {
    Page page = browser.open("/?back=/admin/imports/");
    page.locator("[name=username]").fill("admin");
    page.locator("[name=password]").fill(Town.PASSWORD);
    page.locator("button[type=submit]").click();
    page.waitForURL("**/admin/imports/**");
    return page;
  }
}
