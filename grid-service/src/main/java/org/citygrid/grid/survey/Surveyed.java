package org.citygrid.grid.survey;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The properties of a feature, as sent: anything may be missing.
sealed interface Surveyed {
  record Division(
      @Nullable String code,
      @Nullable String nameZh,
      @Nullable String nameEn,
      @Nullable String parentCode,
      @Nullable Boolean synthetic)
      implements Surveyed {}

  record Cell(
      @Nullable String code,
      @Nullable String divisionCode,
      @Nullable String dutyGridCode,
      @Nullable Double areaSquareMetres,
      @Nullable String responsibleBody,
      @Nullable String landUse,
      @Nullable String managementLevel,
      @Nullable LocalDate validFrom,
      @Nullable Boolean synthetic)
      implements Surveyed {}

  record Grid(
      @Nullable String code,
      @Nullable Integer number,
      @Nullable String nameZh,
      @Nullable String nameEn,
      @Nullable String collector,
      @Nullable Instant from,
      @Nullable Boolean synthetic)
      implements Surveyed {}

  record Street(@Nullable String name, @Nullable String kind, @Nullable Boolean synthetic)
      implements Surveyed {}
}
