package org.citygrid.grid.survey;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.citygrid.grid.survey.Survey.Feature;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Stores checked surveys, set by set, within a change of the land.
final class SurveyTable {
  /// A collector named for a grid that never had one has always walked it.
  private static final Instant ALWAYS = Instant.parse("2000-01-01T00:00:00Z");

  private final JdbcClient jdbc;
  private final TownClock clock;

  SurveyTable(JdbcClient jdbc, TownClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Written storeDivisions(List<Feature<Surveyed.Division>> features) {
    return jdbc.sql(
            """
            with written as (
              insert into grid.division as old
                (code, parent_code, name_zh, name_en, synthetic, boundary)
              select code, nullif(left(code, length(code) - 3), '') , name_zh, name_en, synthetic,
                     st_setsrid(st_geomfromwkb(boundary), 4490)
              from unnest(:codes::text[], :namesZh::text[], :namesEn::text[],
                          :synthetic::boolean[], :boundaries::bytea[])
                as new (code, name_zh, name_en, synthetic, boundary)
              on conflict (code) do update
              set name_zh = excluded.name_zh, name_en = excluded.name_en,
                  synthetic = excluded.synthetic,
                  boundary = coalesce(excluded.boundary, old.boundary)
              where (old.name_zh, old.name_en, old.synthetic, old.boundary) is distinct from
                    (excluded.name_zh, excluded.name_en, excluded.synthetic,
                     coalesce(excluded.boundary, old.boundary))
              returning xmax = 0 as is_new
            )
            select count(*) filter (where is_new) as inserted,
                   count(*) filter (where not is_new) as updated
            from written
            """)
        .param("codes", texts(features, Surveyed.Division::code))
        .param("namesZh", texts(features, Surveyed.Division::nameZh))
        .param("namesEn", texts(features, Surveyed.Division::nameEn))
        .param("synthetic", flags(features, Surveyed.Division::synthetic))
        .param("boundaries", boundaries(features))
        .query(Written.class)
        .single();
  }

  Written storeCells(List<Feature<Surveyed.Cell>> features) {
    Written written =
        jdbc.sql(
                """
                with new as (
                  select code, duty_grid_code, area, responsible_body, land_use,
                         coalesce(management_level, 'B') as management_level, valid_from,
                         st_setsrid(st_geomfromwkb(boundary), 4490) as boundary
                  from unnest(:codes::text[], :dutyGrids::text[], :areas::float8[],
                              :bodies::text[], :landUses::text[], :levels::text[],
                              :validFrom::date[], :boundaries::bytea[])
                    as sent (code, duty_grid_code, area, responsible_body, land_use,
                             management_level, valid_from, boundary)
                ), written as (
                  insert into grid.cell as old
                    (code, division_code, duty_grid_code, area_square_metres,
                     responsible_body, land_use, management_level, valid_from, boundary)
                  select code, left(code, 12), duty_grid_code,
                         round(coalesce(area, st_area(boundary::geography))::numeric, 2),
                         responsible_body, land_use, management_level,
                         coalesce(valid_from, :today::date), boundary
                  from new
                  on conflict (code) do update
                  set duty_grid_code = excluded.duty_grid_code,
                      area_square_metres = excluded.area_square_metres,
                      responsible_body = excluded.responsible_body,
                      land_use = excluded.land_use,
                      management_level = excluded.management_level,
                      boundary = excluded.boundary
                  where (old.duty_grid_code, old.area_square_metres, old.responsible_body,
                         old.land_use, old.management_level, old.boundary) is distinct from
                        (excluded.duty_grid_code, excluded.area_square_metres,
                         excluded.responsible_body, excluded.land_use,
                         excluded.management_level, excluded.boundary)
                  returning xmax = 0 as is_new
                )
                select count(*) filter (where is_new) as inserted,
                       count(*) filter (where not is_new) as updated
                from written
                """)
            .param("codes", texts(features, Surveyed.Cell::code))
            .param("dutyGrids", texts(features, Surveyed.Cell::dutyGridCode))
            .param("areas", numbers(features, Surveyed.Cell::areaSquareMetres))
            .param("bodies", texts(features, Surveyed.Cell::responsibleBody))
            .param("landUses", texts(features, Surveyed.Cell::landUse))
            .param("levels", texts(features, Surveyed.Cell::managementLevel))
            .param("validFrom", dates(features, Surveyed.Cell::validFrom))
            .param("boundaries", boundaries(features))
            .param("today", clock.today())
            .query(Written.class)
            .single();
    joinOutlines();
    return written;
  }

  Written storeDutyGrids(List<Feature<Surveyed.Grid>> features) {
    Written grids =
        jdbc.sql(
                """
                with written as (
                  insert into grid.duty_grid as old
                    (code, number, name_zh, name_en, division_code, valid_from, given, boundary)
                  select code, number, name_zh, name_en, left(code, 9), :today::date,
                         boundary is not null, st_setsrid(st_geomfromwkb(boundary), 4490)
                  from unnest(:codes::text[], :numbers::int[], :namesZh::text[],
                              :namesEn::text[], :boundaries::bytea[])
                    as new (code, number, name_zh, name_en, boundary)
                  on conflict (code) do update
                  set number = excluded.number, name_zh = excluded.name_zh,
                      name_en = excluded.name_en, given = excluded.given or old.given,
                      boundary = coalesce(excluded.boundary, old.boundary)
                  where (old.number, old.name_zh, old.name_en, old.boundary) is distinct from
                        (excluded.number, excluded.name_zh, excluded.name_en,
                         coalesce(excluded.boundary, old.boundary))
                  returning xmax = 0 as is_new
                )
                select count(*) filter (where is_new) as inserted,
                       count(*) filter (where not is_new) as updated
                from written
                """)
            .param("codes", texts(features, Surveyed.Grid::code))
            .param(
                "numbers",
                features.stream().map(each -> each.properties().number()).toArray(Integer[]::new))
            .param("namesZh", texts(features, Surveyed.Grid::nameZh))
            .param("namesEn", texts(features, Surveyed.Grid::nameEn))
            .param("boundaries", boundaries(features))
            .param("today", clock.today())
            .query(Written.class)
            .single();
    joinOutlines();
    int assigned = assign(features);
    return new Written(grids.inserted(), Math.max(grids.updated(), assigned - grids.inserted()));
  }

  /// Puts the named collectors on duty, each instead of whoever walks the grid from then on.
  private int assign(List<Feature<Surveyed.Grid>> features) {
    Timestamp now = Timestamp.from(clock.instant());
    List<Feature<Surveyed.Grid>> named =
        features.stream().filter(each -> each.properties().collector() != null).toList();
    @Nullable String[] codes = texts(named, Surveyed.Grid::code);
    @Nullable String[] users = texts(named, Surveyed.Grid::collector);
    @Nullable String[] from =
        named.stream()
            .map(each -> each.properties().from())
            .map(instant -> instant == null ? null : instant.toString())
            .toArray(String[]::new);
    jdbc.sql(
            """
            delete from grid.duty d
            using unnest(:codes::text[], :users::text[], :from::timestamptz[]) as new (code, user_name, from_at)
            where d.duty_grid_code = new.code and not d.stand_in and d.to_at is null
              and d.user_name <> new.user_name and d.from_at >= coalesce(new.from_at, :now::timestamptz)
            """)
        .param("codes", codes)
        .param("users", users)
        .param("from", from)
        .param("now", now)
        .update();
    jdbc.sql(
            """
            update grid.duty d
            set to_at = coalesce(new.from_at, :now::timestamptz)
            from unnest(:codes::text[], :users::text[], :from::timestamptz[]) as new (code, user_name, from_at)
            where d.duty_grid_code = new.code and not d.stand_in and d.to_at is null
              and d.user_name <> new.user_name
            """)
        .param("codes", codes)
        .param("users", users)
        .param("from", from)
        .param("now", now)
        .update();
    return jdbc.sql(
            """
            insert into grid.duty (duty_grid_code, user_name, stand_in, from_at)
            select code, user_name, false,
                   coalesce(from_at, case when exists (select from grid.duty d
                                                       where d.duty_grid_code = code and not d.stand_in)
                                     then :now::timestamptz else :always::timestamptz end)
            from unnest(:codes::text[], :users::text[], :from::timestamptz[]) as new (code, user_name, from_at)
            where not exists (select from grid.duty d
                              where d.duty_grid_code = code and not d.stand_in and d.to_at is null)
            """)
        .param("codes", codes)
        .param("users", users)
        .param("from", from)
        .param("now", now)
        .param("always", Timestamp.from(ALWAYS))
        .update();
  }

  Written storeStreets(List<Feature<Surveyed.Street>> features) {
    int inserted =
        jdbc.sql(
                """
                insert into grid.street (digest, name, kind, line)
                select distinct on (md5(name || kind || encode(line, 'hex')))
                       md5(name || kind || encode(line, 'hex')), name, kind,
                       st_setsrid(st_geomfromwkb(line), 4490)
                from unnest(:names::text[], :kinds::text[], :lines::bytea[])
                  as new (name, kind, line)
                on conflict (digest) do nothing
                """)
            .param("names", texts(features, Surveyed.Street::name))
            .param("kinds", texts(features, Surveyed.Street::kind))
            .param("lines", boundaries(features))
            .update();
    return new Written(inserted, 0);
  }

  /// Duty grids that came without a boundary get their cells' common outline.
  private void joinOutlines() {
    jdbc.sql(
            """
            update grid.duty_grid g
            set boundary = joined.boundary
            from (select c.duty_grid_code as code, st_multi(st_union(c.boundary)) as boundary
                  from grid.cell c
                  join grid.duty_grid d on d.code = c.duty_grid_code and not d.given
                  where c.valid_to is null
                  group by c.duty_grid_code) joined
            where g.code = joined.code and g.boundary is distinct from joined.boundary
            """)
        .update();
  }

  private static <P> @Nullable String[] texts(
      List<Feature<P>> features, Function<P, @Nullable String> field) {
    return features.stream().map(each -> field.apply(each.properties())).toArray(String[]::new);
  }

  private static <P> @Nullable Double[] numbers(
      List<Feature<P>> features, Function<P, @Nullable Double> field) {
    return features.stream().map(each -> field.apply(each.properties())).toArray(Double[]::new);
  }

  private static <P> Boolean[] flags(
      List<Feature<P>> features, Function<P, @Nullable Boolean> field) {
    return features.stream()
        .map(each -> Boolean.TRUE.equals(field.apply(each.properties())))
        .toArray(Boolean[]::new);
  }

  private static <P> @Nullable String[] dates(
      List<Feature<P>> features, Function<P, @Nullable LocalDate> field) {
    return features.stream()
        .map(each -> field.apply(each.properties()))
        .map(date -> date == null ? null : date.toString())
        .toArray(String[]::new);
  }

  private static <P> byte[] @Nullable [] boundaries(List<Feature<P>> features) {
    return features.stream().map(each -> wkb(each.geometry())).toArray(byte[][]::new);
  }

  private static byte @Nullable [] wkb(@Nullable Geometry geometry) {
    return geometry == null ? null : new WKBWriter().write(geometry);
  }
}
