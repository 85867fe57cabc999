package org.citygrid.asset.attribute;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.Kind;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Tells what can be measured about the components of a class.
@RestController
final class AttributeController {
  private final AttributeTable table;
  private final Catalogue catalogue;

  AttributeController(AttributeTable table, Catalogue catalogue) {
    this.table = table;
    this.catalogue = catalogue;
  }

  record AttributeList(List<Item> items) {}

  /// @param general whether it is open to every class rather than usual for this one
  record Item(
      String name,
      LocalText words,
      String type,
      List<String> units,
      @Nullable BigDecimal least,
      @Nullable BigDecimal greatest,
      List<String> choices,
      boolean general,
      String source) {}

  @GetMapping("/api/classes/{code}/attributes")
  ResponseEntity<AttributeList> list(@PathVariable String code) {
    if (catalogue.findClass(Kind.COMPONENT, code).isEmpty()) {
      throw Problem.notFound().asException();
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
        .body(
            new AttributeList(
                table.read().listOf(code).stream().map(AttributeController::toItem).toList()));
  }

  private static Item toItem(Attribute one) {
    return new Item(
        one.name(),
        one.words(),
        one.type().name().toLowerCase(Locale.ROOT),
        one.units(),
        one.least(),
        one.greatest(),
        one.choices(),
        one.classCode().equals("*"),
        one.source());
  }
}
