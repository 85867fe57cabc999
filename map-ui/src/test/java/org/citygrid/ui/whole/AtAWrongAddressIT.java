package org.citygrid.ui.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// People with a browser read a page where there is nothing, programs a problem.
@RunningTown
class AtAWrongAddressIT {
  private static final String OF_A_BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  @Autowired private Town town;

  @ParameterizedTest
  @ValueSource(strings = {"/moon", "/desk/moon.html", "/signin/", "/c/moon"})
  void a_browser_is_shown_a_page_that_leads_on(String path) throws Exception {
    var answer = get(path, OF_A_BROWSER);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(answer.body()).contains("没有这个页面", "There is no such page", "href=\"/report/\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/moon", "/desk/moon.html"})
  void a_program_is_told_a_problem(String path) throws Exception {
    var answer = get(path, "application/json");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/moon", "/api/reports/MOON"})
  void a_door_for_programs_shows_no_page(String path) throws Exception {
    assertThat(get(path, OF_A_BROWSER).headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  private HttpResponse<String> get(String path, String accept)
      throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(town.open().resolve(path)).header("Accept", accept).build(),
          BodyHandlers.ofString());
    }
  }
}
