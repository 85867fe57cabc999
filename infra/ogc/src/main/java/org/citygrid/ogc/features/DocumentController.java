package org.citygrid.ogc.features;

import jakarta.servlet.http.HttpServletRequest;
import org.citygrid.ogc.Collections;
import org.citygrid.ogc.OgcCollection;
import org.citygrid.ogc.web.Answer;
import org.citygrid.ogc.web.Link;
import org.citygrid.ogc.web.Visit;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Says what there is and how to ask for it.
@RestController
final class DocumentController {
  private final Collections collections;
  private final Documents documents;
  private final ApiDocument api;
  private final FeaturePages pages;
  private final Answer answer;

  DocumentController(
      Collections collections,
      Documents documents,
      ApiDocument api,
      FeaturePages pages,
      Answer answer) {
    this.collections = collections;
    this.documents = documents;
    this.api = api;
    this.pages = pages;
    this.answer = answer;
  }

  @GetMapping({"/ogc", "/ogc/"})
  ResponseEntity<byte[]> landing(@Nullable Actor reader, HttpServletRequest request) {
    Visit visit = Visit.read(request);
    var landing = documents.landing(visit);
    return visit.isHtml()
        ? answer.html(visit, pages.landing(visit, landing, collections.list(reader)))
        : answer.json(visit, Link.JSON, landing);
  }

  @GetMapping("/ogc/conformance")
  ResponseEntity<byte[]> conformance(HttpServletRequest request) {
    Visit visit = Visit.read(request);
    var conformance = documents.conformance();
    return visit.isHtml()
        ? answer.html(visit, pages.conformance(visit, conformance))
        : answer.json(visit, Link.JSON, conformance);
  }

  @GetMapping("/ogc/api")
  ResponseEntity<byte[]> api(@Nullable Actor reader, HttpServletRequest request) {
    Visit visit = Visit.read(request);
    return visit.isHtml()
        ? answer.html(visit, pages.api(visit))
        : answer.json(visit, Link.OPENAPI, api.of(visit, collections.list(reader)));
  }

  @GetMapping("/ogc/collections")
  ResponseEntity<byte[]> collections(@Nullable Actor reader, HttpServletRequest request) {
    Visit visit = Visit.read(request);
    var listed = documents.collections(visit, collections.list(reader));
    return visit.isHtml()
        ? answer.html(visit, pages.collections(visit, listed))
        : answer.json(visit, Link.JSON, listed);
  }

  @GetMapping("/ogc/collections/{id}")
  ResponseEntity<byte[]> collection(
      @PathVariable String id, @Nullable Actor reader, HttpServletRequest request) {
    OgcCollection collection = known(id, reader);
    Visit visit = Visit.read(request);
    var described = documents.collection(visit, collection);
    return visit.isHtml()
        ? answer.html(visit, pages.collection(visit, collection, described))
        : answer.json(visit, Link.JSON, described);
  }

  @GetMapping("/ogc/collections/{id}/queryables")
  ResponseEntity<byte[]> queryables(
      @PathVariable String id, @Nullable Actor reader, HttpServletRequest request) {
    OgcCollection collection = known(id, reader);
    Visit visit = Visit.read(request);
    return visit.isHtml()
        ? answer.html(visit, pages.queryables(visit, collection))
        : answer.json(visit, Link.SCHEMA, documents.queryables(visit, collection));
  }

  private OgcCollection known(String id, @Nullable Actor reader) {
    return collections.find(id, reader).orElseThrow(() -> Problem.notFound().asException());
  }
}
