package org.citygrid.asset.assignment;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads and writes assignments, many at a time.
@Repository
class AssignmentTable {
  private final JdbcClient jdbc;

  AssignmentTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The revision of the land that all cards follow; empty before the first walk.
  Optional<Long> findFollowed() {
    return jdbc.sql("select value from asset.revision where subject = 'land'")
        .query(Long.class)
        .optional();
  }

  void follow(long revision) {
    jdbc.sql(
            """
            insert into asset.revision (subject, value) values ('land', :revision)
            on conflict (subject) do update set value = excluded.value
            """)
        .param("revision", revision)
        .update();
  }

  /// Waits until no survey is being written; holds until the transaction ends.
  void takeTurn() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('asset.survey'))")
        .query((row, _) -> "")
        .single();
  }

  /// The next cards in the order of their codes.
  List<Assignment.Of> listAfter(String code, int limit) {
    return jdbc.sql(
            """
            select c.code, ST_X(p) as lon, ST_Y(p) as lat, c.cell_code, c.duty_grid_code, c.division_code
            from (
              select code, location, cell_code, duty_grid_code, division_code from asset.component
              where code > :code order by code limit :limit
            ) c, ST_PointOnSurface(c.location) p
            order by c.code
            """)
        .param("code", code)
        .param("limit", limit)
        .query((row, _) ->
            new Assignment.Of(
                row.getString("code"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                new Assignment(
                    row.getString("cell_code"),
                    row.getString("duty_grid_code"),
                    row.getString("division_code"))))
        .list();
  }

  /// Writes assignments and counts the places again that they leave and reach. What a card says of
  /// its component stays the same, so no version is made.
  void write(List<Assignment.Of> moved) {
    jdbc.sql(
            """
            with wanted as (
              select * from unnest(:codes::text[], :cells::text[], :grids::text[], :divisions::text[])
                as wanted (code, cell, grid, division)
            ),
            before as materialized (
              select c.code, asset.count_place(c.cell_code, c.location) as place
              from asset.component c join wanted using (code)
            ),
            written as (
              update asset.component c
              set cell_code = cell, duty_grid_code = grid, division_code = division
              from wanted w where c.code = w.code
              returning asset.count_place(c.cell_code, c.location) as place
            )
            select array_agg(distinct place) as places
            from (select place from before union select place from written) touched
            """)
        .param("codes", texts(moved, Assignment.Of::code))
        .param("cells", texts(moved, one -> one.assignment().cellCode()))
        .param("grids", texts(moved, one -> one.assignment().dutyGridCode()))
        .param("divisions", texts(moved, one -> one.assignment().divisionCode()))
        .query((row, _) -> row.getArray("places"))
        .list()
        .forEach(places ->
            jdbc.sql("select asset.count_again(:places)")
                .param("places", places)
                .query((row, _) -> "")
                .single());
  }

  private static @Nullable String[] texts(
      List<Assignment.Of> moved, Function<Assignment.Of, @Nullable String> text) {
    @Nullable String[] all = new @Nullable String[moved.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = text.apply(moved.get(i));
    }
    return all;
  }

  void noteChange() {
    jdbc.sql("select asset.note_change()").query(Long.class).single();
  }
}
