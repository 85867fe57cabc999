package org.citygrid.dispatch.evaluation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.citygrid.asset.Catalogue;
import org.citygrid.dispatch.evaluation.scheme.ObjectKind;
import org.citygrid.grid.Grids;
import org.citygrid.platform.identity.Accounts;
import org.citygrid.platform.identity.Units;
import org.citygrid.platform.text.LocalText;
import org.springframework.stereotype.Component;

/// What objects are called, and which division they belong to.
@Component
final class Names {
  private final Grids grids;
  private final Units units;
  private final Accounts accounts;
  private final Catalogue catalogue;

  Names(Grids grids, Units units, Accounts accounts, Catalogue catalogue) {
    this.grids = grids;
    this.units = units;
    this.accounts = accounts;
    this.catalogue = catalogue;
  }

  /// @param name the bare key where nothing is known about it any more
  /// @param division places lie in it, people and departments belong to it; empty when unknown
  record Named(LocalText name, String division) {}

  /// Everything of a kind that exists today within a division, whether it has figures or not.
  Map<String, Named> all(ObjectKind kind, String division) {
    var all = new HashMap<String, Named>();
    switch (kind) {
      case DEPARTMENT ->
          units
              .listUnits()
              .forEach(unit -> all.put(unit.code(), new Named(unit.name(), unit.divisionCode())));
      case COLLECTOR, ACCEPTOR, LEADER, DISPATCHER ->
          accounts
              .listAccounts(division)
              .forEach(account ->
                  all.put(
                      account.userName(),
                      new Named(same(account.displayName()), account.divisionCode())));
      case GRID ->
          grids
              .listDutyGrids(division)
              .forEach(grid ->
                  all.put(
                      grid.code().value(), new Named(grid.name(), grid.divisionCode().value())));
      case COMMUNITY, TOWN ->
          grids
              .listDivisions(division)
              .forEach(
                  one -> all.put(one.code().value(), new Named(one.name(), one.code().value())));
      case CELL -> {
        // Thousands; a cell is called by its code.
      }
    }
    return all;
  }

  /// One of all, or its bare key.
  static Named name(ObjectKind kind, String key, Map<String, Named> all) {
    var known = all.get(key);
    return known != null ? known : new Named(same(key), kind.isPlace() ? key : "");
  }

  LocalText ofClass(String key) {
    var kind = org.citygrid.asset.Kind.find(key.substring(0, key.indexOf('-')));
    var code = key.substring(key.indexOf('-') + 1);
    return kind.flatMap(k -> catalogue.findClass(k, code)).map(c -> c.name()).orElse(same(code));
  }

  private static final Map<String, LocalText> SOURCES =
      Map.of(
          "collector", new LocalText("采集员", "collectors"),
          "public", new LocalText("公众", "the public"),
          "higher", new LocalText("上级交办", "higher offices"));

  static LocalText ofSource(String key) {
    var known = SOURCES.get(key);
    return known == null ? same(key) : known;
  }

  static LocalText same(String text) {
    return new LocalText(text, text);
  }

  /// What figures of throughput are kept by.
  static final Set<String> BY = Set.of("source", "class", "grid", "community", "unit");

  Map<String, LocalText> throughput(String by, Iterable<String> keys, String division) {
    var names = new HashMap<String, LocalText>();
    var kind =
        switch (by) {
          case "grid" -> ObjectKind.GRID;
          case "community" -> ObjectKind.COMMUNITY;
          default -> ObjectKind.DEPARTMENT;
        };
    var all = all(kind, division);
    for (var key : keys) {
      names.put(
          key,
          switch (by) {
            case "source" -> ofSource(key);
            case "class" -> ofClass(key);
            default -> name(kind, key, all).name();
          });
    }
    return names;
  }
}
