package org.citygrid.intake.report;

import java.util.Map;
import java.util.Optional;
import org.citygrid.asset.ComponentSummary;
import org.citygrid.asset.Condition;
import org.citygrid.asset.Kind;
import org.citygrid.asset.ThingClass;
import org.citygrid.geo.LonLat;
import org.citygrid.grid.CellCode;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.Placement;
import org.citygrid.platform.text.LocalText;

/// A town small enough to remember: one cell from 113.10 to 113.12 east and 23.10 to 23.12 north,
/// two classes, one condition, one lamp.
final class Towns {
  static final String EDITION = "GB/T 30428.2-2013";
  static final String LAMP = "4406050137000123";

  private Towns() {}

  static TownFacts small() {
    return new Small();
  }

  private static final class Small implements TownFacts {
    private static final LocalText WORDS = new LocalText("词", "word");
    private static final ThingClass LAMPS =
        new ThingClass(Kind.COMPONENT, "0137", EDITION, WORDS, WORDS);
    private static final ThingClass RUBBISH =
        new ThingClass(Kind.EVENT, "0105", EDITION, WORDS, WORDS);

    @Override
    public Placement locate(LonLat place) {
      boolean inside =
          place.lon() >= 113.10
              && place.lon() <= 113.12
              && place.lat() >= 23.10
              && place.lat() <= 23.12;
      return inside
          ? new Placement(
              new CellCode("440605125001007"),
              new DutyGridCode("440605125G07"),
              new DivisionCode("440605125001"),
              0)
          : new Placement(null, null, null, 12_345);
    }

    @Override
    public String edition() {
      return EDITION;
    }

    @Override
    public Optional<ThingClass> findClass(Kind kind, String classCode) {
      ThingClass found = kind == Kind.COMPONENT ? LAMPS : RUBBISH;
      return Optional.of(found).filter(each -> each.code().equals(classCode));
    }

    @Override
    public Optional<Condition> findCondition(String id) {
      return Optional.ofNullable(
          Map.of("lamp-out", new Condition(id, Kind.COMPONENT, "0137", WORDS, 2, "work_day"))
              .get(id));
    }

    @Override
    public Optional<ComponentSummary> findComponent(String code) {
      return Optional.of(new ComponentSummary(LAMP, "0137", null, null, null, null, 113.11, 23.11))
          .filter(lamp -> lamp.code().equals(code));
    }
  }
}
