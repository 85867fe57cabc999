package org.citygrid.ogc.features;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.citygrid.ogc.Clause;
import org.citygrid.ogc.Collections;
import org.citygrid.ogc.OgcCollection;
import org.citygrid.ogc.web.Answer;
import org.citygrid.ogc.web.Link;
import org.citygrid.ogc.web.Visit;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/// Features, one or many, as GeoJSON, as a page, or as a file to take away.
@RestController
final class FeatureController {
  private final Collections collections;
  private final FeatureTable features;
  private final Export export;
  private final Facts facts;
  private final GeoJson geoJson;
  private final FeaturePages pages;
  private final TownClock clock;

  FeatureController(
      Collections collections,
      FeatureTable features,
      Export export,
      Facts facts,
      GeoJson geoJson,
      FeaturePages pages,
      TownClock clock) {
    this.collections = collections;
    this.features = features;
    this.export = export;
    this.facts = facts;
    this.geoJson = geoJson;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/ogc/collections/{id}/items")
  @Nullable ResponseEntity<byte[]> items(
      @PathVariable String id,
      @Nullable Actor reader,
      HttpServletRequest request,
      HttpServletResponse response) {
    OgcCollection collection = known(id, reader);
    Clause rows = rows(collection, reader);
    Optional<FileForm> file = FileForm.find(String.valueOf(request.getParameter("f")));
    Selection asked = new Question(collection, rows, clock.zone(), request).read(file.isEmpty());
    if (file.isPresent()) {
      takeAway(asked, file.get(), response);
      return null;
    }
    Visit visit = Visit.readLeniently(request);
    if (request.getHeader(HttpHeaders.IF_NONE_MATCH) != null) {
      Optional<String> now =
          facts.revision(collection).map(revision -> tag(collection, rows, visit, revision));
      if (now.isPresent() && new ServletWebRequest(request).checkNotModified(now.get())) {
        return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(now.get()).build();
      }
    }
    Page page = guarded(asked, () -> features.page(asked));
    @Nullable String tag = tag(collection, rows, visit, page.revision());
    var head =
        Answer.headed(visit, visit.isHtml() ? Link.HTML + ";charset=UTF-8" : Link.GEOJSON, null);
    if (tag != null) {
      head.eTag(tag);
    }
    if (!rows.equals(Clause.TRUE)) {
      head.cacheControl(CacheControl.noStore());
    }
    List<Link> links = pageLinks(visit, collection, page);
    if (visit.isHtml()) {
      return head.body(pages.items(visit, collection, asked, page, links));
    }
    head.header("Content-Crs", "<" + asked.crs().uri() + ">");
    return head.body(geoJson.page(collection, page, links, clock.instant()));
  }

  @GetMapping("/ogc/collections/{id}/items/{key}")
  ResponseEntity<byte[]> item(
      @PathVariable String id,
      @PathVariable String key,
      @Nullable Actor reader,
      HttpServletRequest request) {
    OgcCollection collection = known(id, reader);
    Clause rows = rows(collection, reader);
    Crs crs = new Question(collection, rows, clock.zone(), request).readCrsAlone();
    Visit visit = Visit.readLeniently(request);
    Row row =
        features
            .find(collection, rows, key, crs)
            .orElseThrow(() -> Problem.notFound().asException());
    if (visit.isHtml()) {
      return Answer.headed(visit, Link.HTML + ";charset=UTF-8", null)
          .body(pages.item(visit, collection, row));
    }
    var links = new ArrayList<>(visit.selfAndAlternate(Link.GEOJSON));
    links.add(
        Link.of(
            "collection",
            Link.JSON,
            visit.at("/ogc/collections/" + collection.id()),
            visit.word(collection.title())));
    return Answer.headed(visit, Link.GEOJSON, null)
        .header("Content-Crs", "<" + crs.uri() + ">")
        .body(geoJson.feature(collection, row, links));
  }

  private OgcCollection known(String id, @Nullable Actor reader) {
    return collections.find(id, reader).orElseThrow(() -> Problem.notFound().asException());
  }

  private static Clause rows(OgcCollection collection, @Nullable Actor reader) {
    return collection.access().rowsFor(reader).orElseThrow(() -> Problem.notFound().asException());
  }

  /// What anybody may see changes only with the collection's revision.
  private static @Nullable String tag(
      OgcCollection collection, Clause rows, Visit visit, @Nullable Long revision) {
    return revision == null || !rows.equals(Clause.TRUE)
        ? null
        : "W/\"%s-%d-%s-%s\""
            .formatted(collection.id(), revision, visit.form(), visit.word("zh", "en"));
  }

  private static List<Link> pageLinks(Visit visit, OgcCollection collection, Page page) {
    var links = new ArrayList<>(visit.selfAndAlternate(Link.GEOJSON));
    String type = visit.isHtml() ? Link.HTML : Link.GEOJSON;
    page.next()
        .ifPresent(next -> {
          var changes = new HashMap<String, @Nullable String>();
          changes.put("cursor", next.encode());
          links.add(Link.of("next", type, visit.here(changes), visit.word("下一页", "Next page")));
        });
    if (visit.parameters().containsKey("cursor")) {
      var changes = new HashMap<String, @Nullable String>();
      changes.put("cursor", null);
      links.add(Link.of("first", type, visit.here(changes), visit.word("第一页", "First page")));
    }
    links.add(
        Link.of(
            "collection",
            Link.JSON,
            visit.at("/ogc/collections/" + collection.id()),
            visit.word(collection.title())));
    return links;
  }

  private void takeAway(Selection asked, FileForm form, HttpServletResponse response) {
    if (asked.crs() != Crs.CRS84) {
      throw Problem.badRequest("crs", "files are in longitude and latitude only").asException();
    }
    String name =
        "%s-%s.%s".formatted(asked.collection().id(), clock.today(), form.format().extension());
    try {
      guarded(asked, () -> export.write(asked, form, () -> begin(response, form, name)));
    } catch (RuntimeException failed) {
      if (response.isCommitted()) {
        throw new BrokenOff(failed);
      }
      response.reset();
      throw failed;
    }
  }

  private static OutputStream begin(HttpServletResponse response, FileForm form, String name)
      throws IOException {
    response.setContentType(form.format().mediaType());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name).build().toString());
    return response.getOutputStream();
  }

  /// A file of which a part is on its way already.
  private static final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenOff(Throwable cause) {
      super("a download broke off", cause);
    }
  }

  /// Thrown on, it makes the server drop the connection: half a file must not look like a whole
  /// one.
  @ExceptionHandler
  void dropConnection(BrokenOff broken) {
    throw broken;
  }

  private interface Reading<T> {
    T read();
  }

  /// What the database cannot compute is a fault of the filter, where there is one.
  private static <T> T guarded(Selection asked, Reading<T> reading) {
    try {
      return reading.read();
    } catch (QueryTimeoutException slow) {
      throw Problem.of(
              "too-costly",
              HttpStatus.SERVICE_UNAVAILABLE,
              "This takes too long to find; add a bbox or a property such as the class.")
          .asException();
    } catch (DataAccessException failed) {
      if (asked.narrowed() && isComputation(failed)) {
        throw Problem.badRequest("filter", "cannot be computed for these features").asException();
      }
      throw failed;
    }
  }

  /// Division by zero, numbers out of range, geometries that GEOS cannot compare.
  private static boolean isComputation(DataAccessException failed) {
    return failed.getMostSpecificCause() instanceof java.sql.SQLException sql
        && sql.getSQLState() != null
        && (sql.getSQLState().startsWith("22") || sql.getSQLState().equals("XX000"));
  }
}
