package org.citygrid.ogc.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// One request under `/ogc`: where we are reached, which language and which form are wanted.
///
/// @param root address of this server without a slash at its end
public record Visit(
    String root, String path, Map<String, String[]> parameters, Form form, boolean chinese) {
  /// What a document can be given out as.
  public enum Form {
    JSON,
    HTML
  }

  private static final List<String> JSON_TYPES =
      List.of(
          "application/geo+json",
          "application/json",
          "application/schema+json",
          "application/vnd.oai.openapi+json");

  /// @param known parameters that this door knows beside `f` and `lang`
  /// @throws org.citygrid.platform.problem.ProblemException (400) naming each other one, (406)
  public static Visit read(HttpServletRequest request, String... known) {
    var names = Stream.concat(Stream.of("f", "lang"), Stream.of(known)).collect(Collectors.toSet());
    var wrong = new Violations();
    checkNames(request.getParameterMap(), names, wrong);
    checkChoices(request, wrong);
    wrong.throwIfAny();
    return readLeniently(request);
  }

  /// For doors that judge their parameters themselves.
  public static Visit readLeniently(HttpServletRequest request) {
    var address = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    return new Visit(
        address,
        request.getRequestURI(),
        request.getParameterMap(),
        form(request),
        wantsChinese(request));
  }

  public static void checkNames(Map<String, String[]> given, Set<String> known, Violations wrong) {
    given.forEach((name, values) -> {
      if (name.equals("offset") && !known.contains(name)) {
        wrong.add(name, "is not known here; follow the link \"next\", every page costs the same");
      } else {
        wrong.require(known.contains(name), name, "is not a parameter here");
      }
      wrong.require(values.length == 1, name, "is given more than once");
    });
  }

  private static void checkChoices(HttpServletRequest request, Violations wrong) {
    String form = request.getParameter("f");
    wrong.require(
        form == null || List.of("json", "html").contains(form), "f", "must be json or html");
    checkLanguage(request, wrong);
  }

  private static void checkLanguage(HttpServletRequest request, Violations wrong) {
    String language = request.getParameter("lang");
    wrong.require(
        language == null || List.of("zh", "en").contains(language), "lang", "must be zh or en");
  }

  public boolean isHtml() {
    return form == Form.HTML;
  }

  public String word(LocalText words) {
    return chinese ? words.zh() : words.en();
  }

  public String word(String zh, String en) {
    return chinese ? zh : en;
  }

  /// An address below the root, such as `/ogc/collections`.
  public String at(String below) {
    return root + below;
  }

  /// This very address in another form.
  public String here(String form) {
    return here(Map.of("f", form));
  }

  /// This address with some parameters given anew; null takes one away.
  public String here(Map<String, @Nullable String> changes) {
    var kept =
        parameters.entrySet().stream()
            .filter(given -> !changes.containsKey(given.getKey()))
            .map(given -> pair(given.getKey(), given.getValue()[0]));
    var changed =
        changes.entrySet().stream()
            .filter(change -> change.getValue() != null)
            .map(change -> pair(change.getKey(), String.valueOf(change.getValue())));
    String query = Stream.concat(kept, changed).collect(Collectors.joining("&"));
    return origin() + path + (query.isEmpty() ? "" : "?" + query);
  }

  /// Links to this document and to its other form.
  public List<Link> selfAndAlternate(String jsonType) {
    Link json = Link.of(isHtml() ? "alternate" : "self", jsonType, here("json"), "JSON");
    Link html = Link.of(isHtml() ? "self" : "alternate", Link.HTML, here("html"), "HTML");
    return isHtml() ? List.of(html, json) : List.of(json, html);
  }

  private String origin() {
    int pathBegins = root.indexOf('/', root.indexOf("://") + 3);
    return pathBegins < 0 ? root : root.substring(0, pathBegins);
  }

  private static String pair(String name, String value) {
    return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
  }

  private static Form form(HttpServletRequest request) {
    String asked = request.getParameter("f");
    if (asked != null) {
      return asked.equals("html") ? Form.HTML : Form.JSON;
    }
    String accept = request.getHeader("Accept");
    return accept == null || accept.isBlank() ? Form.JSON : accepted(accept);
  }

  private static Form accepted(String header) {
    List<MediaType> wanted;
    try {
      wanted = MediaType.parseMediaTypes(header);
    } catch (InvalidMediaTypeException unreadable) {
      return Form.JSON;
    }
    double json = JSON_TYPES.stream().mapToDouble(type -> quality(wanted, type)).max().orElse(0);
    double html = quality(wanted, Link.HTML);
    if (json <= 0 && html <= 0) {
      throw Problem.of(
              "not-acceptable", HttpStatus.NOT_ACCEPTABLE, "Ask for application/json or text/html.")
          .asException();
    }
    return html > json ? Form.HTML : Form.JSON;
  }

  /// The most specific range that takes the type decides (RFC 9110, 12.5.1).
  private static double quality(List<MediaType> wanted, String type) {
    MediaType ours = MediaType.parseMediaType(type);
    return wanted.stream()
        .filter(range -> range.includes(ours))
        .max((a, b) -> Integer.compare(precision(a), precision(b)))
        .map(MediaType::getQualityValue)
        .orElse(0.0);
  }

  private static int precision(MediaType range) {
    return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
  }

  private static boolean wantsChinese(HttpServletRequest request) {
    String asked = request.getParameter("lang");
    if (asked != null) {
      return asked.equals("zh");
    }
    String header = request.getHeader("Accept-Language");
    if (header == null || header.isBlank()) {
      return true;
    }
    try {
      var ranges = Locale.LanguageRange.parse(header);
      return !"en".equals(Locale.lookupTag(ranges, List.of("zh", "en")));
    } catch (IllegalArgumentException unreadable) {
      return true;
    }
  }
}
