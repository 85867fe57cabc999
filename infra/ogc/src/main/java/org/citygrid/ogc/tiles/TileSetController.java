package org.citygrid.ogc.tiles;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.citygrid.ogc.TileLayer;
import org.citygrid.ogc.web.Answer;
import org.citygrid.ogc.web.Html;
import org.citygrid.ogc.web.Link;
import org.citygrid.ogc.web.Shell;
import org.citygrid.ogc.web.Visit;
import org.citygrid.platform.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Tilesets by the standard's addresses, and TileJSON beside the tiles.
@RestController
final class TileSetController {
  private static final String NUMBER = "\\d{1,9}";

  private final TileDocuments documents;
  private final Shell shell;
  private final Answer answer;

  TileSetController(TileDocuments documents, Shell shell, Answer answer) {
    this.documents = documents;
    this.shell = shell;
    this.answer = answer;
  }

  @GetMapping("/tiles/{layer}.json")
  ResponseEntity<byte[]> tileJson(@PathVariable String layer, HttpServletRequest request) {
    TileLayer known = documents.find(layer).orElseThrow(TileSetController::nothing);
    Visit visit = Visit.read(request);
    return answer.json(visit, Link.JSON, documents.tileJson(visit, known));
  }

  @GetMapping("/ogc/tiles")
  ResponseEntity<byte[]> all(HttpServletRequest request) {
    Visit visit = Visit.read(request);
    return tell(visit, visit.word("矢量瓦片", "Vector tiles"), documents.all(visit));
  }

  @GetMapping("/ogc/tileMatrixSets")
  ResponseEntity<byte[]> matrixSets(HttpServletRequest request) {
    Visit visit = Visit.read(request);
    return tell(visit, visit.word("瓦片矩阵集", "Tile matrix sets"), documents.matrixSets(visit));
  }

  @GetMapping("/ogc/tileMatrixSets/{set}")
  ResponseEntity<byte[]> matrixSet(@PathVariable String set, HttpServletRequest request) {
    checkSet(set);
    Visit visit = Visit.read(request);
    return tell(visit, set, documents.matrixSet());
  }

  @GetMapping("/ogc/collections/{id}/tiles")
  ResponseEntity<byte[]> ofCollection(@PathVariable String id, HttpServletRequest request) {
    TileLayer layer = known(id);
    Visit visit = Visit.read(request);
    return tell(visit, visit.word(layer.title()), documents.ofCollection(visit, layer));
  }

  @GetMapping("/ogc/collections/{id}/tiles/{set}")
  ResponseEntity<byte[]> tileSet(
      @PathVariable String id, @PathVariable String set, HttpServletRequest request) {
    TileLayer layer = known(id);
    checkSet(set);
    Visit visit = Visit.read(request);
    return tell(visit, visit.word(layer.title()), documents.tileSet(visit, layer));
  }

  /// The same tile as `/tiles/{layer}/{z}/{x}/{y}.mvt`; the standard says row before column.
  @GetMapping("/ogc/collections/{id}/tiles/{set}/{matrix}/{row}/{column}")
  void tile(
      @PathVariable String id,
      @PathVariable String set,
      @PathVariable String matrix,
      @PathVariable String row,
      @PathVariable String column,
      HttpServletRequest request,
      HttpServletResponse response)
      throws ServletException, IOException {
    TileLayer layer = known(id);
    checkSet(set);
    if (!List.of(matrix, row, column).stream().allMatch(it -> it.matches(NUMBER))
        || isOutside(Long.parseLong(matrix), Long.parseLong(row), Long.parseLong(column))) {
      throw nothing();
    }
    request
        .getRequestDispatcher("/tiles/%s/%s/%s/%s.mvt".formatted(layer.id(), matrix, column, row))
        .forward(request, response);
  }

  private static boolean isOutside(long zoom, long row, long column) {
    return zoom > 22 || row >= 1L << zoom || column >= 1L << zoom;
  }

  private TileLayer known(String id) {
    return documents.findOfCollection(id).orElseThrow(TileSetController::nothing);
  }

  private static void checkSet(String set) {
    if (!set.equals(TileDocuments.MATRIX_SET)) {
      throw nothing();
    }
  }

  private ResponseEntity<byte[]> tell(Visit visit, String title, Map<String, Object> document) {
    if (!visit.isHtml()) {
      return answer.json(visit, Link.JSON, document);
    }
    var home = new Shell.Step(visit.at("/ogc?f=html"), visit.word("数据服务", "Geodata"));
    return answer.html(
        visit,
        shell.page(visit, title, List.of(home), Html.of("<pre>{}</pre>", answer.pretty(document))));
  }

  private static RuntimeException nothing() {
    return Problem.notFound().asException();
  }
}
