package org.citygrid.intake.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.ComponentSummary;
import org.citygrid.asset.Condition;
import org.citygrid.asset.Kind;
import org.citygrid.asset.Register;
import org.citygrid.asset.ThingClass;
import org.citygrid.geo.LonLat;
import org.citygrid.grid.Grids;
import org.citygrid.grid.Placement;
import org.jspecify.annotations.Nullable;

/// The town as its grids, its catalogue and its register tell it.
final class TownFactsOfDoors implements TownFacts {
  private final Grids grids;
  private final Catalogue catalogue;
  private final Register register;
  private final @Nullable Map<String, ComponentSummary> components;

  TownFactsOfDoors(Grids grids, Catalogue catalogue, Register register) {
    this(grids, catalogue, register, null);
  }

  private TownFactsOfDoors(
      Grids grids,
      Catalogue catalogue,
      Register register,
      @Nullable Map<String, ComponentSummary> components) {
    this.grids = grids;
    this.catalogue = catalogue;
    this.register = register;
    this.components = components;
  }

  /// The same town, with these components looked up beforehand.
  TownFacts with(Map<String, ComponentSummary> found) {
    return new TownFactsOfDoors(grids, catalogue, register, found);
  }

  Map<String, ComponentSummary> findComponents(Collection<String> codes) {
    return codes.isEmpty() ? Map.of() : register.findAll(codes);
  }

  @Override
  public Placement locate(LonLat place) {
    return grids.locate(place.lon(), place.lat());
  }

  @Override
  public String edition() {
    return catalogue.edition();
  }

  @Override
  public Optional<ThingClass> findClass(Kind kind, String classCode) {
    return catalogue.findClass(kind, classCode);
  }

  @Override
  public Optional<Condition> findCondition(String id) {
    return catalogue.findCondition(id);
  }

  @Override
  public Optional<ComponentSummary> findComponent(String code) {
    var known = components == null ? findComponents(List.of(code)) : components;
    return Optional.ofNullable(known.get(code));
  }
}
