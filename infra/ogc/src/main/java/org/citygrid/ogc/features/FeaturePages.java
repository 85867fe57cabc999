package org.citygrid.ogc.features;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.citygrid.ogc.OgcCollection;
import org.citygrid.ogc.Property;
import org.citygrid.ogc.web.Html;
import org.citygrid.ogc.web.Link;
import org.citygrid.ogc.web.Shell;
import org.citygrid.ogc.web.Shell.Step;
import org.citygrid.ogc.web.Visit;
import org.jspecify.annotations.Nullable;

/// The same documents as pages for people, with a map where there is something to see.
final class FeaturePages {
  private static final int COLUMNS_SHOWN = 9;

  private final Shell shell;

  FeaturePages(Shell shell) {
    this.shell = shell;
  }

  String landing(Visit visit, Documents.Landing landing, List<OgcCollection> collections) {
    Html list =
        Html.join(
            collections.stream()
                .map(one ->
                    Html.of(
                        "<li><h2>{}</h2><p>{}</p></li>",
                        Html.link(
                            visit.at("/ogc/collections/" + one.id() + "?f=html"),
                            visit.word(one.title())),
                        visit.word(one.description())))
                .toList());
    Html more =
        Html.join(
            landing.links().stream()
                .filter(link -> !List.of("self", "alternate").contains(link.rel()))
                .map(link ->
                    Html.of("<li>{}</li>", Html.link(asPage(link.href()), link.title() + "")))
                .toList());
    return shell.page(
        visit,
        landing.title(),
        List.of(),
        Html.of(
            "<p class=\"lead\">{}</p><ul class=\"cards\">{}</ul><h2>{}</h2><ul>{}</ul>",
            landing.description(),
            list,
            visit.word("更多", "More"),
            more));
  }

  String conformance(Visit visit, Documents.Conformance conformance) {
    Html list =
        Html.join(
            conformance.conformsTo().stream()
                .map(uri -> Html.of("<li class=\"code\">{}</li>", uri))
                .toList());
    return shell.page(
        visit,
        visit.word("符合的规范", "Conformance classes"),
        List.of(home(visit)),
        Html.of("<ul>{}</ul>", list));
  }

  String api(Visit visit) {
    String url = visit.at("/ogc");
    Html lines =
        Html.of(
            """
            <h2>QGIS</h2>
            <p>{}</p><pre>{}</pre>
            <h2>GDAL / ogr2ogr</h2>
            <pre>ogrinfo OAPIF:{}
            ogr2ogr -f GPKG components.gpkg OAPIF:{} components</pre>
            <h2>{}</h2>
            <pre>{}/collections/components/items?filter=state='damaged' AND since&gt;=DATE('2026-01-01')
            {}/collections/components/items?bbox=113.10,23.08,113.12,23.10&amp;classCode=0102&amp;f=xlsx</pre>
            <p>{}</p>
            """,
            visit.word(
                "图层 → 添加图层 → WFS / OGC API 要素，新建连接，地址：",
                "Layer → Add Layer → WFS / OGC API - Features; a new connection with this URL:"),
            url,
            url,
            url,
            visit.word("查询与下载", "Asking and taking away"),
            url,
            url,
            Html.link(visit.at("/ogc/api?f=json"), "OpenAPI 3.0"));
    return shell.page(
        visit, visit.word("接口说明", "How to use this API"), List.of(home(visit)), lines);
  }

  String collections(Visit visit, Documents.Listed listed) {
    Html list =
        Html.join(
            listed.collections().stream()
                .map(one ->
                    Html.of(
                        "<li><h2>{}</h2><p>{}</p></li>",
                        Html.link(
                            visit.at("/ogc/collections/" + one.id() + "?f=html"), one.title()),
                        one.description()))
                .toList());
    return shell.page(
        visit,
        visit.word("数据集", "Collections"),
        List.of(home(visit)),
        Html.of("<ul class=\"cards\">{}</ul>", list));
  }

  String collection(Visit visit, OgcCollection collection, Documents.Described described) {
    String items = visit.at("/ogc/collections/" + collection.id() + "/items");
    Html downloads =
        Html.join(
            described.links().stream()
                .filter(link -> link.rel().equals("enclosure"))
                .map(link ->
                    Html.of(
                        "<a class=\"button\" download href=\"{}\">{}</a>",
                        link.href(),
                        String.valueOf(link.title()).replaceFirst("^.*[:：] ?", "")))
                .toList());
    String extent =
        described.extent() == null
            ? ""
            : described.extent().spatial().bbox().getFirst().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    return shell.page(
        visit,
        described.title(),
        List.of(home(visit), all(visit)),
        Html.of(
            """
            <p class="lead">{}</p>
            <p class="row"><a class="button primary" href="{}">{}</a> <a class="button" href="{}">{}</a></p>
            <div class="map" data-extent="{}" data-items="{}" role="application" aria-label="{}"></div>
            <h2>{}</h2><p class="row">{}</p>
            <h2>{}</h2><ul>{}</ul>
            """,
            described.description(),
            items + "?f=html",
            visit.word("逐页查看", "Browse the features"),
            visit.at("/ogc/collections/" + collection.id() + "/queryables?f=html"),
            visit.word("可查询的属性", "What can be asked for"),
            extent,
            items + "?f=json&limit=1000",
            visit.word("地图", "Map"),
            visit.word("全部下载", "Take it all away"),
            downloads,
            visit.word("坐标系（参数 crs）", "Reference systems (parameter crs)"),
            Html.join(
                described.crs().stream()
                    .map(uri -> Html.of("<li class=\"code\">{}</li>", uri))
                    .toList())));
  }

  String queryables(Visit visit, OgcCollection collection) {
    Html rows =
        Html.join(
            collection.properties().stream()
                .filter(property -> property.type() != Property.Type.JSON)
                .map(property ->
                    Html.of(
                        "<tr><td class=\"code\">{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                        property.name(),
                        visit.word(property.title()),
                        property.type(),
                        property.unit() == null
                            ? String.join(", ", property.values())
                            : property.unit()))
                .toList());
    return shell.page(
        visit,
        visit.word("可查询的属性", "What can be asked for"),
        List.of(home(visit), all(visit), one(visit, collection)),
        Html.of(
            """
            <p class="lead">{}</p><div class="wide"><table><thead><tr><th>{}</th><th>{}</th><th>{}</th><th>{}</th></tr></thead>
            <tbody>{}</tbody></table></div>
            """,
            visit.word(
                "可作为参数（名称=值），也可写进 CQL2 过滤条件；几何属性名为 geometry。",
                "Each may be a parameter (name=value) or part of a CQL2 filter; the geometry is"
                    + " called geometry."),
            visit.word("名称", "Name"),
            visit.word("含义", "Meaning"),
            visit.word("类型", "Type"),
            visit.word("单位或取值", "Unit or values"),
            rows));
  }

  byte[] items(
      Visit visit, OgcCollection collection, Selection asked, Page page, List<Link> links) {
    List<Property> shown = collection.properties().stream().limit(COLUMNS_SHOWN).toList();
    Html head =
        Html.join(
            shown.stream().map(one -> Html.of("<th>{}</th>", visit.word(one.title()))).toList());
    var body = new ArrayList<Html>();
    for (Row row : page.rows()) {
      body.add(Html.of("<tr>{}</tr>", cells(visit, collection, shown, row)));
    }
    Html files =
        Html.join(
            List.of(FileForm.values()).stream()
                .map(form ->
                    Html.of(
                        "<a class=\"button\" download href=\"{}\">{}</a>",
                        fileAddress(visit, form),
                        form.title()))
                .toList());
    Html content =
        Html.of(
            """
            <form class="ask" method="get"><input type="hidden" name="f" value="html">
            <label class="field"><span>CQL2</span><input name="filter" value="{}" placeholder="state='damaged'"></label>
            <button class="primary">{}</button></form>
            <p class="soft">{}</p>
            <div class="map" data-items="{}" role="application" aria-label="{}"></div>
            <p class="row">{}</p>
            <div class="wide"><table><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>
            <p class="row">{}</p><h2>{}</h2><p class="row">{}</p>
            """,
            filter(visit),
            visit.word("查询", "Ask"),
            counted(visit, page),
            visit.here("json"),
            visit.word("地图", "Map"),
            turning(links),
            head,
            Html.join(body),
            turning(links),
            visit.word("下载所查内容（全部页）", "Take the selection away (all pages)"),
            files);
    return shell
        .page(
            visit,
            visit.word("要素", "Features"),
            List.of(home(visit), all(visit), one(visit, collection)),
            content)
        .getBytes(UTF_8);
  }

  byte[] item(Visit visit, OgcCollection collection, Row row) {
    var facts = new ArrayList<Html>();
    for (int i = 0; i < collection.properties().size(); i++) {
      Object value = row.values().get(i);
      if (value != null) {
        facts.add(
            Html.of(
                "<dt>{}</dt><dd>{}</dd>",
                visit.word(collection.properties().get(i).title()),
                value));
      }
    }
    return shell
        .page(
            visit,
            row.key(),
            List.of(home(visit), all(visit), one(visit, collection), items(visit, collection)),
            Html.of(
                "<div class=\"map\" data-items=\"{}\" role=\"application\" aria-label=\"{}\"></div>"
                    + "<dl class=\"facts\">{}</dl>",
                visit.here("json"),
                visit.word("地图", "Map"),
                Html.join(facts)))
        .getBytes(UTF_8);
  }

  private static Html cells(Visit visit, OgcCollection collection, List<Property> shown, Row row) {
    var cells = new ArrayList<Html>();
    for (int i = 0; i < shown.size(); i++) {
      Object value = row.values().get(i);
      boolean key = shown.get(i).name().equals(collection.key());
      String href =
          visit.at("/ogc/collections/" + collection.id() + "/items/" + row.key() + "?f=html");
      cells.add(
          Html.of(
              "<td>{}</td>",
              key ? Html.link(href, row.key()) : Html.words(value == null ? "" : value)));
    }
    return Html.join(cells);
  }

  private static Html turning(List<Link> links) {
    return Html.join(
        links.stream()
            .filter(link -> List.of("first", "next").contains(link.rel()))
            .map(link ->
                Html.of(
                    "<a class=\"button\" rel=\"{}\" href=\"{}\">{}</a>",
                    link.rel(),
                    link.href(),
                    link.title() + ""))
            .toList());
  }

  private static String counted(Visit visit, Page page) {
    int shown = page.rows().size();
    Long matched = page.matched();
    if (matched != null) {
      return visit.word(
          "共 %,d 个，本页 %d 个".formatted(matched, shown),
          "%,d features, %d on this page".formatted(matched, shown));
    }
    return visit.word(
        "超过 %,d 个，本页 %d 个".formatted(FeatureTable.COUNTED_AT_MOST, shown),
        "more than %,d features, %d on this page".formatted(FeatureTable.COUNTED_AT_MOST, shown));
  }

  private static String filter(Visit visit) {
    String[] given = visit.parameters().get("filter");
    return given == null ? "" : given[0];
  }

  private static String fileAddress(Visit visit, FileForm form) {
    var changes = new java.util.HashMap<String, @Nullable String>();
    changes.put("f", form.parameter());
    for (String pageOnly : List.of("cursor", "limit", "lang", "crs")) {
      changes.put(pageOnly, null);
    }
    return visit.here(changes);
  }

  private static String asPage(String href) {
    return href.contains("?") ? href : href + "?f=html";
  }

  private static Step home(Visit visit) {
    return new Step(visit.at("/ogc?f=html"), visit.word("数据服务", "Geodata"));
  }

  private static Step all(Visit visit) {
    return new Step(visit.at("/ogc/collections?f=html"), visit.word("数据集", "Collections"));
  }

  private static Step one(Visit visit, OgcCollection collection) {
    return new Step(
        visit.at("/ogc/collections/" + collection.id() + "?f=html"),
        visit.word(collection.title()));
  }

  private static Step items(Visit visit, OgcCollection collection) {
    return new Step(
        visit.at("/ogc/collections/" + collection.id() + "/items?f=html"),
        visit.word("要素", "Features"));
  }
}
