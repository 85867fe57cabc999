package org.citygrid.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import org.citygrid.ui.whole.RunningTown;
import org.citygrid.ui.whole.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningTown
class TheSameReportedTwiceIT {
  @Autowired private Town town;

  @Test
  void a_citizen_follows_what_is_reported_already_and_the_case_counts_one_more() throws Exception {
    double[] here = street(1);
    String first = report(here, "街角有垃圾，先报的");

    try (Browser browser = Browser.onAPhone(town.open(), here)) {
      Page phone = browser.open("/report/");
      phone.locator(".forward .button:not([disabled])").click();
      phone.locator(".tile").first().click();

      phone.locator("[data-follow]").first().click();

      assertThat(phone.locator("h1")).hasText("已为您跟进");
      assertThat(phone.locator(".receipt").textContent().strip()).matches("[0-9A-Z-]{10,}");
      Town.await(
          () -> town.getQuietly("acceptor", "/api/cases/" + first).body().path("reports").asInt(),
          reports -> reports == 2,
          Duration.ofSeconds(20));
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void a_collector_may_say_that_it_is_another_one() throws Exception {
    double[] here = street(2);
    report(here, "街角有垃圾");

    try (Browser browser = Browser.onAPhone(town.open(), here)) {
      Page phone = browser.open("/field/#new");
      phone.locator("[name=username]").fill("collector07");
      phone.locator("[name=password]").fill(Town.PASSWORD);
      phone.locator("button:not([type=button]).primary").click();
      phone.locator("input[type=search]").fill("暴露生活垃圾");
      phone.locator(".step .choices .choice").first().click();
      assertThat(phone.locator(".send-bar")).containsText("是不是同一件");

      phone.locator("[data-another]").click();

      assertThat(phone.locator(".similar")).hasCount(0);
      assertThat(phone.locator(".send-bar")).not().containsText("是不是同一件");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void the_acceptor_sees_both_side_by_side_and_links_them_with_one_key() throws Exception {
    double[] here = street(3);
    String master = report(here, "街角有垃圾，请看");
    String second = report(here, "同一堆垃圾");

    try (Browser browser = Browser.atADesk(town.open())) {
      Page desk = browser.open("/?back=/desk/?case=" + second);
      desk.locator("[name=username]").fill("acceptor");
      desk.locator("[name=password]").fill(Town.PASSWORD);
      desk.locator("button[type=submit]").click();
      assertThat(desk.locator(".compare")).containsText(master);
      assertThat(desk.locator(".compare [data-link]")).isVisible();

      desk.keyboard().press("l");
      desk.locator(".toast button").first().waitFor();
      desk.navigate("/desk/?queue=all&case=" + master);

      Town.await(
          () -> town.getQuietly("acceptor", "/api/cases/" + second).text("state"),
          "LINKED"::equals,
          Duration.ofSeconds(20));
      assertThat(desk.locator(".reporters")).containsText(second);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void what_the_acceptor_sets_apart_with_one_key_is_suspected_no_more() throws Exception {
    double[] here = street(4);
    String earlier = report(here, "街角有垃圾，早上的");
    String second = report(here, "另一堆垃圾");

    try (Browser browser = Browser.atADesk(town.open())) {
      Page desk = browser.open("/?back=/desk/?case=" + second);
      desk.locator("[name=username]").fill("acceptor");
      desk.locator("[name=password]").fill(Town.PASSWORD);
      desk.locator("button[type=submit]").click();
      assertThat(desk.locator(".compare [data-distinct]")).isVisible();

      desk.keyboard().press("x");

      assertThat(desk.locator(".process")).containsText("不是同一件：" + earlier);
      assertThat(desk.locator(".compare")).hasCount(0);
      var found = town.getQuietly("acceptor", "/api/cases/" + second).body();
      assertThat(found.has("suspectedDuplicateOf")).isFalse();
      assertThat(browser.complaints()).isEmpty();
    }
  }

  /// A street in duty grid 07 where no other test reports anything: latitude and longitude.
  private double[] street(int number) throws Exception {
    var centre = town.get("", "/api/grids/440605125G07").body().get("center");
    return new double[] {
      centre.get("lat").asDouble() + number * 0.0012, centre.get("lon").asDouble()
    };
  }

  /// Reports rubbish.
  ///
  /// @return the number of its case
  private String report(double[] place, String words) throws Exception {
    String report =
        """
        {"kind": "event", "classCode": "0110", "location": {"lon": %s, "lat": %s},
         "description": "%s", "observedAt": "%s"}
        """
            .formatted(place[1], place[0], words, Instant.now());
    return town.caseOf(town.post("", "/api/reports", report).expect(201).text("receipt"));
  }
}
