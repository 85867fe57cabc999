package org.citygrid.platform.identity;

import java.util.List;
import java.util.Optional;
import org.citygrid.platform.text.LocalText;

/// The bodies that own and maintain things.
public interface Units {
  Optional<Unit> findUnit(String code);

  List<Unit> listUnits();

  /// The unit's name, or its bare code where the unit is unknown.
  default UnitName nameOf(String code) {
    return findUnit(code)
        .map(unit -> new UnitName(unit.code(), unit.name()))
        .orElseGet(() -> new UnitName(code, new LocalText(code, code)));
  }
}
