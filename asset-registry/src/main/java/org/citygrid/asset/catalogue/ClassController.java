package org.citygrid.asset.catalogue;

import java.time.Duration;
import java.util.List;
import org.citygrid.asset.Condition;
import org.citygrid.asset.Kind;
import org.citygrid.asset.ThingClass;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// The classes that a report may name, and what can be wrong with each.
@RestController
final class ClassController {
  private final TownCatalogue catalogue;

  ClassController(TownCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  record ClassList(List<ClassItem> items) {}

  record ClassItem(
      Kind kind,
      String code,
      String edition,
      LocalText major,
      LocalText name,
      @Nullable List<ConditionItem> conditions) {}

  record ConditionItem(String id, LocalText words, Limit limit) {}

  record Limit(int value, String unit) {}

  /// @param kind only `component` or only `event`
  @GetMapping("/api/classes")
  @Nullable ResponseEntity<ClassList> list(
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(defaultValue = "false") boolean conditions,
      WebRequest request) {
    @Nullable Kind wanted = kind == null ? null : readKind(kind);
    String tag = "\"%s-%s-%b\"".formatted(catalogue.version(), kind, conditions);
    if (request.checkNotModified(tag)) {
      return null;
    }
    return ResponseEntity.ok()
        .eTag(tag)
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
        .body(
            new ClassList(
                catalogue.listClasses().stream()
                    .filter(one -> wanted == null || one.kind() == wanted)
                    .map(one -> toItem(one, conditions))
                    .toList()));
  }

  private static Kind readKind(String word) {
    return Kind.find(word)
        .orElseThrow(() -> Problem.badRequest("kind", "must be component or event").asException());
  }

  private ClassItem toItem(ThingClass one, boolean withConditions) {
    return new ClassItem(
        one.kind(),
        one.code(),
        one.edition(),
        one.major(),
        one.name(),
        withConditions
            ? catalogue.listConditions(one.kind(), one.code()).stream()
                .map(ClassController::toItem)
                .toList()
            : null);
  }

  private static ConditionItem toItem(Condition one) {
    return new ConditionItem(one.id(), one.words(), new Limit(one.limitValue(), one.limitUnit()));
  }
}
