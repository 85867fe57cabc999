package org.citygrid.ogc.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/// What every page for people has around its content: head, way back, the other language, JSON.
///
/// The frame is a file among the pages, so that the content policy learns of its import map.
public final class Shell {
  private final String frame = read();

  /// One step of the way from the landing page to here.
  public record Step(String href, String words) {}

  public String page(Visit visit, String title, List<Step> way, Html content) {
    var steps = new ArrayList<Html>();
    for (Step step : way) {
      steps.add(Html.of("<li>{}</li>", Html.link(step.href(), step.words())));
    }
    steps.add(Html.of("<li aria-current=\"page\">{}</li>", title));
    Html tools =
        Html.of(
            "<a href=\"{}\" hreflang=\"{}\">{}</a> <a href=\"{}\" rel=\"alternate\">JSON</a>",
            visit.here(Map.of("lang", visit.word("en", "zh"))),
            visit.word("en", "zh-CN"),
            visit.word("English", "中文"),
            visit.here("json"));
    return frame
        .replace("{{lang}}", visit.word("zh-CN", "en"))
        .replace("{{title}}", Html.words(title).text())
        .replace("{{way}}", Html.join(steps).text())
        .replace("{{tools}}", tools.text())
        .replace("{{content}}", content.text());
  }

  private static String read() {
    try {
      return new ClassPathResource("static/ogc/page.html").getContentAsString(UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException("the frame of the OGC pages is not in the program", missing);
    }
  }
}
