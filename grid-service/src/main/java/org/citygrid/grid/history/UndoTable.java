package org.citygrid.grid.history;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes one change back: what it made goes, what it put aside returns.
final class UndoTable {
  private final JdbcClient jdbc;

  UndoTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Things that this change touched and a later one touched again; these stand in the way.
  List<String> touchedAgain(long revision) {
    return jdbc.sql(
            """
            select code from grid.cell c
            where revision > :revision
              and exists (select from grid.cell_past p where p.code = c.code
                          and :revision in (p.revision, p.until_revision))
            union all
            select code from grid.duty_grid g
            where revision > :revision
              and exists (select from grid.duty_grid_past p where p.code = g.code
                          and :revision in (p.revision, p.until_revision))
            union all
            select code from grid.cell_past p
            where until_revision > :revision and :revision = p.revision and ended
            union all
            select code from grid.duty_grid_past p
            where until_revision > :revision and :revision = p.revision and ended
            union all
            select duty_grid_code from grid.duty d
            where revision > :revision
              and exists (select from grid.duty_past p where p.id = d.id
                          and :revision in (p.revision, p.until_revision))
            union all
            select duty_grid_code from grid.duty_past p
            where until_revision > :revision and :revision = p.revision and ended
            """)
        .param("revision", revision)
        .query((row, n) -> row.getString("code"))
        .list();
  }

  /// @return how many cells, duty grids and duties are other than before
  int takeBack(long revision) {
    return duties(revision) + cells(revision) + dutyGrids(revision);
  }

  /// Duty grids in which two people would walk at a time, because somebody else took the place of
  /// what came back.
  List<String> crowded() {
    return jdbc.sql(
            """
            select one.duty_grid_code as code
            from grid.duty one
            join grid.duty other
              on other.duty_grid_code = one.duty_grid_code and other.stand_in = one.stand_in
             and other.id <> one.id
             and tstzrange(other.from_at, other.to_at) && tstzrange(one.from_at, one.to_at)
            where one.revision = grid.land_revision()
            """)
        .query((row, n) -> row.getString("code"))
        .list();
  }

  private int cells(long revision) {
    int gone =
        jdbc.sql(
                """
                delete from grid.cell c
                where revision = :revision
                  and not exists (select from grid.cell_past p
                                  where p.code = c.code and p.until_revision = :revision)
                """)
            .param("revision", revision)
            .update();
    int back =
        jdbc.sql(
                """
                insert into grid.cell
                  (code, division_code, duty_grid_code, area_square_metres, responsible_body,
                   land_use, management_level, valid_from, valid_to, boundary)
                select code, division_code, duty_grid_code, area_square_metres, responsible_body,
                       land_use, management_level, valid_from, valid_to, boundary
                from grid.cell_past where until_revision = :revision
                on conflict (code) do update
                set duty_grid_code = excluded.duty_grid_code,
                    area_square_metres = excluded.area_square_metres,
                    responsible_body = excluded.responsible_body, land_use = excluded.land_use,
                    management_level = excluded.management_level,
                    valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                    boundary = excluded.boundary
                """)
            .param("revision", revision)
            .update();
    return gone + back;
  }

  private int dutyGrids(long revision) {
    int gone =
        jdbc.sql(
                """
                delete from grid.duty_grid g
                where revision = :revision
                  and not exists (select from grid.duty_grid_past p
                                  where p.code = g.code and p.until_revision = :revision)
                """)
            .param("revision", revision)
            .update();
    int back =
        jdbc.sql(
                """
                insert into grid.duty_grid
                  (code, number, name_zh, name_en, division_code, valid_from, valid_to, given,
                   boundary)
                select code, number, name_zh, name_en, division_code, valid_from, valid_to, given,
                       boundary
                from grid.duty_grid_past where until_revision = :revision
                on conflict (code) do update
                set number = excluded.number, name_zh = excluded.name_zh,
                    name_en = excluded.name_en, valid_from = excluded.valid_from,
                    valid_to = excluded.valid_to, given = excluded.given,
                    boundary = excluded.boundary
                """)
            .param("revision", revision)
            .update();
    return gone + back;
  }

  private int duties(long revision) {
    int gone =
        jdbc.sql(
                """
                delete from grid.duty d
                where revision = :revision
                  and not exists (select from grid.duty_past p
                                  where p.id = d.id and p.until_revision = :revision)
                """)
            .param("revision", revision)
            .update();
    int back =
        jdbc.sql(
                """
                insert into grid.duty
                  (id, duty_grid_code, user_name, stand_in, from_at, to_at, reason)
                overriding system value
                select id, duty_grid_code, user_name, stand_in, from_at, to_at, reason
                from grid.duty_past where until_revision = :revision
                on conflict (id) do update
                set user_name = excluded.user_name, stand_in = excluded.stand_in,
                    from_at = excluded.from_at, to_at = excluded.to_at, reason = excluded.reason
                """)
            .param("revision", revision)
            .update();
    return gone + back;
  }
}
