package org.citygrid.asset.register;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.ComponentSummary;
import org.citygrid.asset.Dimension;
import org.citygrid.asset.IdentityCard;
import org.citygrid.asset.Kind;
import org.citygrid.asset.Nearby;
import org.citygrid.asset.Register;
import org.citygrid.asset.Relation;
import org.citygrid.asset.ThingClass;
import org.citygrid.platform.identity.UnitName;
import org.citygrid.platform.identity.Units;
import org.citygrid.platform.setting.TownClock;
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
  private final TownClock clock;
  private final JsonMapper json;

  TownRegister(
      ComponentTable components,
      Neighbours neighbours,
      Catalogue catalogue,
      Units units,
      TownClock clock,
      JsonMapper json) {
    this.components = components;
    this.neighbours = neighbours;
    this.catalogue = catalogue;
    this.units = units;
    this.clock = clock;
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
  public Set<String> findPhotosInUse(Collection<String> photoIds) {
    return photoIds.isEmpty() ? Set.of() : components.findPhotosInUse(photoIds);
  }

  @Override
  public List<Nearby> listNearest(double lon, double lat, @Nullable String classCode, int limit) {
    return neighbours.list(lon, lat, classCode, limit, FURTHEST_METRES).stream()
        .map(this::toNearby)
        .toList();
  }

  private IdentityCard toCard(CardRow row) {
    List<CardVersion> versions = components.listVersions(row.code());
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
        RelationPeriods.read(versions, clock.zone()).stream().map(this::toRelation).toList(),
        CardHistory.photos(versions),
        "/api/components/" + row.code() + "/label.svg",
        CardHistory.tell(versions));
  }

  private Relation toRelation(RelationPeriods.Period period) {
    return new Relation(period.role(), units.nameOf(period.unit()), period.from(), period.to());
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
