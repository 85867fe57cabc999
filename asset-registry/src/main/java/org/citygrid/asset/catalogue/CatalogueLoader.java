package org.citygrid.asset.catalogue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings the database up to the catalogues on the class path. A file that did not change costs one
/// comparison of checksums; processes that start together take turns.
@Component
final class CatalogueLoader {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogueLoader.class);

  private final CatalogueTables tables;
  private final TransactionTemplate transaction;
  private final TownClock clock;

  CatalogueLoader(CatalogueTables tables, TransactionTemplate transaction, TownClock clock) {
    this.tables = tables;
    this.transaction = transaction;
    this.clock = clock;
  }

  void load() {
    transaction.executeWithoutResult(_ -> {
      tables.takeTurn();
      load("component-classes.csv", this::loadClasses);
      load("event-classes.csv", this::loadClasses);
      load("handling-limits.csv", this::loadConditions);
      load("class-attributes.csv", this::loadAttributes);
    });
  }

  private void load(String name, Consumer<CatalogueFile> loading) {
    CatalogueFile.find(name)
        .ifPresentOrElse(
            file -> loadChanged(file, loading),
            () -> LOG.warn("no catalogue {} on the class path; keeping what is stored", name));
  }

  private void loadChanged(CatalogueFile file, Consumer<CatalogueFile> loading) {
    if (tables.isLoaded(file.name(), file.checksum())) {
      return;
    }
    loading.accept(file);
    tables.markLoaded(file.name(), file.checksum(), clock.instant());
    LOG.info("catalogue {} loaded: {} rows", file.name(), file.rows().size());
  }

  private void loadClasses(CatalogueFile file) {
    tables.putClasses(file.rows().stream().map(CatalogueLoader::toClass).toList());
  }

  private void loadConditions(CatalogueFile file) {
    List<ConditionRow> rows = new ArrayList<>();
    file.rows().forEach(row -> rows.add(toCondition(row, rows.size())));
    tables.putConditions(rows, clock.today());
  }

  private void loadAttributes(CatalogueFile file) {
    List<AttributeRow> rows = new ArrayList<>();
    file.rows().forEach(row -> rows.add(toAttribute(row, rows.size())));
    tables.putAttributes(rows);
  }

  private static AttributeRow toAttribute(NamedCsvRecord row, int ordinal) {
    return new AttributeRow(
        row.getField("edition"),
        row.getField("class_code"),
        row.getField("name"),
        ordinal,
        row.getField("zh"),
        row.getField("en"),
        row.getField("type"),
        parts(row.getField("units")),
        number(row.getField("least")),
        number(row.getField("greatest")),
        parts(row.getField("choices")),
        row.getField("source"));
  }

  private static String[] parts(String text) {
    return text.isEmpty() ? new String[0] : text.split("\\|");
  }

  private static @Nullable BigDecimal number(String text) {
    return text.isEmpty() ? null : new BigDecimal(text);
  }

  private static ClassRow toClass(NamedCsvRecord row) {
    return new ClassRow(
        row.getField("edition"),
        row.getField("kind"),
        row.getField("code"),
        row.getField("major_zh"),
        row.getField("major_en"),
        row.getField("minor_zh"),
        row.getField("minor_en"),
        LocalDate.parse(row.getField("valid_from")),
        row.getField("source"),
        row.getField("confidence"));
  }

  private static ConditionRow toCondition(NamedCsvRecord row, int ordinal) {
    return new ConditionRow(
        row.getField("id"),
        row.getField("edition"),
        row.getField("kind"),
        row.getField("class_code"),
        ordinal,
        row.getField("condition_zh"),
        row.getField("condition_en"),
        Integer.parseInt(row.getField("limit_value")),
        row.getField("limit_unit"),
        LocalDate.parse(row.getField("valid_from")),
        row.getField("source"),
        row.getField("confidence"));
  }
}
