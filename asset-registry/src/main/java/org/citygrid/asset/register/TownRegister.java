package org.citygrid.asset.register;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.ComponentSummary;
import org.citygrid.asset.Dimension;
import org.citygrid.asset.IdentityCard;
import org.citygrid.asset.Kind;
import org.citygrid.asset.Nearby;
import org.citygrid.asset.Register;
import org.citygrid.asset.ThingClass;
import org.citygrid.platform.identity.UnitName;
import org.citygrid.platform.identity.Units;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Puts cards together from the table, the catalogue and the names of units.
@Service
final class TownRegister implements Register {
  /// Whoever stands further away than this from every component is not asking about one.
  private static final double FURTHEST_METRES = 5_000;

  private final ComponentTable components;
  private final Neighbours neighbours;
  private final Catalogue catalogue;
  private final Units units;
  private final JsonMapper json;

  TownRegister(
      ComponentTable components,
      Neighbours neighbours,
      Catalogue catalogue,
      Units units,
      JsonMapper json) {
    this.components = components;
    this.neighbours = neighbours;
    this.catalogue = catalogue;
    this.units = units;
    this.json = json;
  }

  @Override
  public Optional<IdentityCard> findCard(String code) {
    return components.find(code).map(this::toCard);
  }

  @Override
  public Map<String, ComponentSummary> findAll(Collection<String> codes) {
    return codes.isEmpty()
        ? Map.of()
        : components.listSummaries(codes).stream().collect(toMap(ComponentSummary::code, c -> c));
  }

  @Override
  public List<Nearby> listNearest(double lon, double lat, @Nullable String classCode, int limit) {
    return neighbours.list(lon, lat, classCode, limit, FURTHEST_METRES).stream()
        .map(this::toNearby)
        .toList();
  }

  private IdentityCard toCard(CardRow row) {
    return new IdentityCard(
        row.code(),
        Kind.COMPONENT,
        row.classCode(),
        nameOfClass(row.classCode()),
        nameOfUnit(row.competentUnit()),
        nameOfUnit(row.ownerUnit()),
        nameOfUnit(row.maintenanceUnit()),
        row.divisionCode(),
        row.cellCode(),
        row.dutyGridCode(),
        json.readTree(row.location()),
        row.lon(),
        row.lat(),
        row.address(),
        row.spec(),
        Arrays.asList(json.readValue(row.dimensions(), Dimension[].class)),
        row.state(),
        row.since(),
        row.changedAt(),
        row.source(),
        row.note(),
        row.synthetic(),
        row.version(),
        CardHistory.tell(components.listVersions(row.code())));
  }

  private Nearby toNearby(Neighbours.Neighbour one) {
    return new Nearby(
        one.code(),
        one.classCode(),
        nameOfClass(one.classCode()),
        one.lon(),
        one.lat(),
        Math.round(one.metres() * 10) / 10.0,
        one.state(),
        one.spec(),
        one.address());
  }

  private @Nullable UnitName nameOfUnit(@Nullable String code) {
    return code == null ? null : units.nameOf(code);
  }

  private LocalText nameOfClass(String code) {
    return catalogue
        .findClass(Kind.COMPONENT, code)
        .map(ThingClass::name)
        .orElseGet(() -> new LocalText(code, code));
  }
}
