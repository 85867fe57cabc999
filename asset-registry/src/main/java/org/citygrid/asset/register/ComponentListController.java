package org.citygrid.asset.register;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.ComponentCode;
import org.citygrid.asset.ComponentState;
import org.citygrid.asset.Kind;
import org.citygrid.asset.ThingClass;
import org.citygrid.platform.identity.UnitName;
import org.citygrid.platform.identity.Units;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Lists components, narrowed by what somebody looks for.
@RestController
@OnRole("registry")
final class ComponentListController {
  private static final int MOST = 500;
  private static final Set<String> MISSING =
      Set.of("spec", "photo", "dimensions", "address", "maintenance", "owner");

  private final ComponentListTable components;
  private final Catalogue catalogue;
  private final Units units;

  ComponentListController(ComponentListTable components, Catalogue catalogue, Units units) {
    this.components = components;
    this.catalogue = catalogue;
    this.units = units;
  }

  record Item(
      String code,
      String classCode,
      LocalText className,
      double lon,
      double lat,
      ComponentState state,
      @Nullable String spec,
      @Nullable String address,
      @Nullable UnitName ownerUnit,
      @Nullable UnitName maintenanceUnit,
      @Nullable String dutyGridCode,
      int version) {}

  record Page(List<Item> items, @Nullable String next) {}

  /// What may be asked, as the address has it.
  ///
  /// @param q beginning of a code, or words of an address, a spec or a class
  record Question(
      @Nullable String unit,
      @Nullable String grid,
      @Nullable String division,
      @Nullable String state,
      @Nullable String q,
      @Nullable String bbox,
      @Nullable String missing,
      @Nullable String cursor) {}

  @GetMapping("/api/components")
  Page list(
      @RequestParam(name = "class", required = false) @Nullable String classCode,
      @ModelAttribute Question asked,
      @RequestParam(defaultValue = "50") int limit) {
    Violations wrong = new Violations();
    wrong.require(limit >= 1 && limit <= MOST, "limit", "must be 1 to 500");
    wrong.require(
        classCode == null || classCode.matches("\\d{1,4}"), "class", "must be up to four digits");
    wrong.require(
        asked.state() == null || ComponentState.find(asked.state()).isPresent(),
        "state",
        "must be intact, damaged, lost, abandoned or moved_away");
    wrong.require(
        asked.missing() == null || MISSING.contains(asked.missing()),
        "missing",
        "must be spec, photo, dimensions, address, maintenance or owner");
    wrong.require(
        asked.cursor() == null || ComponentCode.isComponentCode(asked.cursor()),
        "cursor",
        "must be what the page before gave as next");
    double[] box = asked.bbox() == null ? null : box(asked.bbox(), wrong);
    wrong.throwIfAny();

    String words = asked.q() == null || asked.q().isBlank() ? null : asked.q().strip();
    boolean isCode = words != null && words.matches("\\d{4,16}");
    List<Item> items =
        components
            .list(
                new ComponentFilter(
                    classCode,
                    asked.unit(),
                    asked.grid(),
                    asked.division(),
                    asked.state(),
                    isCode ? words : null,
                    isCode ? null : words,
                    words == null || isCode ? List.of() : classesNamed(words),
                    box,
                    asked.missing(),
                    asked.cursor()),
                limit)
            .stream()
            .map(this::toItem)
            .toList();
    return new Page(items, items.size() < limit ? null : items.getLast().code());
  }

  private List<String> classesNamed(String words) {
    String wanted = words.toLowerCase(Locale.ROOT);
    return catalogue.listClasses().stream()
        .filter(one -> one.kind() == Kind.COMPONENT)
        .filter(one ->
            one.name().zh().contains(wanted)
                || one.name().en().toLowerCase(Locale.ROOT).contains(wanted))
        .map(ThingClass::code)
        .toList();
  }

  private static double @Nullable [] box(String text, Violations wrong) {
    try {
      double[] box = Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
      boolean good =
          box.length == 4
              && Arrays.stream(box).allMatch(Double::isFinite)
              && box[0] <= box[2]
              && box[1] <= box[3];
      wrong.require(good, "bbox", "must be west,south,east,north in degrees");
      return good ? box : null;
    } catch (NumberFormatException notNumbers) {
      wrong.add("bbox", "must be west,south,east,north in degrees");
      return null;
    }
  }

  private Item toItem(ComponentListTable.Listed card) {
    return new Item(
        card.code(),
        card.classCode(),
        catalogue
            .findClass(Kind.COMPONENT, card.classCode())
            .map(ThingClass::name)
            .orElseGet(() -> new LocalText(card.classCode(), card.classCode())),
        card.lon(),
        card.lat(),
        card.state(),
        card.spec(),
        card.address(),
        nameOf(card.ownerUnit()),
        nameOf(card.maintenanceUnit()),
        card.dutyGridCode(),
        card.version());
  }

  private @Nullable UnitName nameOf(@Nullable String unit) {
    return unit == null ? null : units.nameOf(unit);
  }
}
