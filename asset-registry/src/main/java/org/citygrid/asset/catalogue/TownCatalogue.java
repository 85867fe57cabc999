package org.citygrid.asset.catalogue;

import java.util.List;
import java.util.Optional;
import org.citygrid.asset.AssetSettings;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.Condition;
import org.citygrid.asset.Kind;
import org.citygrid.asset.ThingClass;
import org.citygrid.platform.setting.TownClock;
import org.citygrid.platform.setting.WrongSetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The town's edition, kept in memory and read again a few seconds after any process changed it.
@Component
final class TownCatalogue implements Catalogue {
  private static final Logger LOG = LoggerFactory.getLogger(TownCatalogue.class);

  private final CatalogueTables tables;
  private final String edition;
  private final TownClock clock;
  private volatile CatalogueInMemory memory;

  TownCatalogue(
      CatalogueTables tables, CatalogueLoader loader, AssetSettings settings, TownClock clock) {
    this.tables = tables;
    this.edition = settings.edition();
    this.clock = clock;
    loader.load();
    this.memory = read();
    requireEdition();
  }

  /// Differs whenever an answer may differ: conditions come and go with the day.
  String version() {
    return memory.revision() + "-" + clock.today();
  }

  @Override
  public String edition() {
    return edition;
  }

  @Override
  public Optional<ThingClass> findClass(Kind kind, String classCode) {
    return memory.findClass(kind, classCode);
  }

  @Override
  public List<ThingClass> listClasses() {
    return memory.list();
  }

  @Override
  public Optional<Condition> findCondition(String id) {
    return Optional.ofNullable(memory.conditions().get(id));
  }

  @Override
  public List<Condition> listConditions(Kind kind, String classCode) {
    var today = clock.today();
    return memory.listConditions(kind, classCode).stream()
        .filter(dated -> dated.holdsOn(today))
        .map(DatedCondition::condition)
        .toList();
  }

  @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
  void follow() {
    try {
      if (tables.revision() != memory.revision()) {
        memory = read();
        LOG.info("catalogue read again, revision {}", memory.revision());
      }
    } catch (DataAccessException down) {
      LOG.debug("catalogue not followed while the database is away: {}", down.getMessage());
    }
  }

  private CatalogueInMemory read() {
    long revision = tables.revision();
    return CatalogueInMemory.of(
        revision, tables.listClasses(edition), tables.listConditions(edition));
  }

  private void requireEdition() {
    List<String> known = tables.listEditions();
    if (!known.isEmpty() && !known.contains(edition)) {
      throw new WrongSetting("citygrid.asset.edition", edition, "give one of " + known);
    }
  }
}
