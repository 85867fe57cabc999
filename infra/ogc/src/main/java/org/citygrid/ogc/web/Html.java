package org.citygrid.ogc.web;

import java.util.Collection;
import java.util.stream.Collectors;

/// Text that is HTML already. Everything else that goes into a page is escaped on its way.
public record Html(String text) {
  public static final Html NONE = new Html("");

  /// Words as they are.
  public static Html words(Object words) {
    return new Html(
        String.valueOf(words)
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;"));
  }

  /// A template of our own with `{}` where values go; those that are not [Html] are escaped.
  public static Html of(String template, Object... values) {
    var text = new StringBuilder();
    int from = 0;
    for (Object value : values) {
      int at = template.indexOf("{}", from);
      text.append(template, from, at);
      text.append(value instanceof Html(String ready) ? ready : words(value).text());
      from = at + 2;
    }
    return new Html(text.append(template.substring(from)).toString());
  }

  public static Html join(Collection<Html> parts) {
    return new Html(parts.stream().map(Html::text).collect(Collectors.joining("\n")));
  }

  public static Html link(String href, Object words) {
    return of("<a href=\"{}\">{}</a>", href, words);
  }
}
