package org.citygrid.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/// What somebody with a browser reads at a wrong address, where a program reads a problem. Whoever
/// has pages brings it.
public final class NotFoundPage {
  private final byte[] html;

  /// @param html a whole page
  public NotFoundPage(String html) {
    this.html = html.getBytes(StandardCharsets.UTF_8);
  }

  /// Whether a page was asked for, and not one of the doors for programs.
  public boolean isFor(HttpServletRequest request) {
    var accept = request.getHeader(HttpHeaders.ACCEPT);
    return HttpMethod.GET.matches(request.getMethod())
        && accept != null
        && accept.contains(MediaType.TEXT_HTML_VALUE)
        && !request.getRequestURI().startsWith("/api/");
  }

  public byte[] html() {
    return html.clone();
  }
}
