package org.citygrid.asset.label;

import java.util.Arrays;
import java.util.List;
import org.citygrid.asset.AssetSettings;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.ClassCode;
import org.citygrid.asset.ComponentCode;
import org.citygrid.asset.Kind;
import org.citygrid.asset.ThingClass;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Labels to look at and to print.
@RestController
@OnRole("registry")
final class LabelController {
  /// Fifty sheets: more is another print run.
  private static final int MOST = 50 * LabelPdf.COLUMNS * LabelPdf.ROWS;

  private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

  private final LabelTable components;
  private final Catalogue catalogue;
  private final AssetSettings settings;
  private final LabelSvg svg;
  private final LabelPdf pdf;

  LabelController(LabelTable components, Catalogue catalogue, AssetSettings settings) {
    this.components = components;
    this.catalogue = catalogue;
    this.settings = settings;
    LabelFont font = LabelFont.load();
    this.svg = new LabelSvg(font);
    this.pdf = new LabelPdf(font);
  }

  @GetMapping("/api/components/{code}/label.svg")
  ResponseEntity<String> svg(@PathVariable String code) {
    return file(SVG, code + ".svg").body(svg.draw(find(code)));
  }

  @GetMapping("/api/components/{code}/label.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable String code) {
    return file(MediaType.APPLICATION_PDF, code + ".pdf").body(pdf.single(find(code)));
  }

  /// @param codes codes with commas; or what follows
  /// @param grid a duty grid: everything that stands there, cell by cell
  @GetMapping("/api/components/labels.pdf")
  ResponseEntity<byte[]> sheets(
      @RequestParam(required = false) @Nullable String codes,
      @RequestParam(required = false) @Nullable String grid,
      @RequestParam(name = "class", required = false) @Nullable String classCode) {
    List<LabelTable.Labelled> found =
        codes == null ? listed(grid, classCode) : components.list(codesOf(codes));
    if (found.isEmpty()) {
      throw Problem.notFound().asException();
    }
    if (found.size() > MOST) {
      throw Problem.badRequest(
              codes == null ? "grid" : "codes",
              "more than %d labels: name a grid and a class".formatted(MOST))
          .asException();
    }
    return file(MediaType.APPLICATION_PDF, "labels.pdf")
        .body(pdf.sheets(found.stream().map(this::toLabel).toList()));
  }

  private List<LabelTable.Labelled> listed(@Nullable String grid, @Nullable String classCode) {
    if (grid == null && classCode == null) {
      throw Problem.badRequest("codes", "name codes, a grid or a class").asException();
    }
    if (classCode != null && !ClassCode.isClassCode(classCode)) {
      throw Problem.badRequest("class", "must be four digits").asException();
    }
    return components.list(grid, classCode, MOST + 1);
  }

  private static List<String> codesOf(String text) {
    List<String> codes = Arrays.stream(text.split(",")).map(String::strip).distinct().toList();
    if (codes.size() > MOST || !codes.stream().allMatch(ComponentCode::isComponentCode)) {
      throw Problem.badRequest("codes", "must be at most %d component codes".formatted(MOST))
          .asException();
    }
    return codes;
  }

  private Label find(String code) {
    return components.list(List.of(code)).stream()
        .findFirst()
        .map(this::toLabel)
        .orElseThrow(() -> Problem.notFound().asException());
  }

  private Label toLabel(LabelTable.Labelled one) {
    LocalText name =
        catalogue
            .findClass(Kind.COMPONENT, one.classCode())
            .map(ThingClass::name)
            .orElseGet(() -> new LocalText(one.classCode(), one.classCode()));
    return new Label(one.code(), name, baseAddress() + "/c/" + one.code());
  }

  /// The address that phones reach: as set, else as it was asked for.
  private String baseAddress() {
    return settings.address().isEmpty()
        ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
        : settings.address();
  }

  private static ResponseEntity.BodyBuilder file(MediaType type, String name) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"");
  }
}
