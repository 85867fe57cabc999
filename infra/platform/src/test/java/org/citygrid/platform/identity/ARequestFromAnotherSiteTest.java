package org.citygrid.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class ARequestFromAnotherSiteTest {
  private final SameOriginFilter filter =
      new SameOriginFilter(new ProblemWriter(JsonMapper.shared(), null));

  @ParameterizedTest(name = "{0}, Sec-Fetch-Site {1}, Origin {2}: {3}")
  @CsvSource(
      textBlock =
          """
          POST,   ,            ,                     true
          POST,   same-origin, ,                     true
          POST,   none,        ,                     true
          POST,   cross-site,  ,                     false
          POST,   same-site,   ,                     false
          DELETE, cross-site,  ,                     false
          GET,    cross-site,  ,                     true
          POST,   ,            http://town.example,  true
          POST,   ,            http://evil.example,  false
          POST,   ,            null,                 false
          POST,   cross-site,  http://town.example,  false
          """)
  void is_refused_when_it_would_change_something(
      String method, @Nullable String site, @Nullable String origin, boolean passes)
      throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/cases");
    request.addHeader("Host", "town.example");
    addHeader(request, "Sec-Fetch-Site", site);
    addHeader(request, "Origin", origin);
    MockHttpServletResponse response = new MockHttpServletResponse();
    MockFilterChain chain = new MockFilterChain();

    filter.doFilter(request, response, chain);

    assertThat(chain.getRequest() != null).isEqualTo(passes);
    assertThat(response.getStatus()).isEqualTo(passes ? 200 : 403);
  }

  private static void addHeader(
      MockHttpServletRequest request, String name, @Nullable String value) {
    if (value != null) {
      request.addHeader(name, value);
    }
  }
}
