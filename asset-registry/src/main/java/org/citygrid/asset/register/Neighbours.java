package org.citygrid.asset.register;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.citygrid.asset.ComponentState;
import org.citygrid.geo.LocalMetres;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds what stands nearest, by true metres.
///
/// The index on location orders by degrees, in which a degree of longitude counts as much as one of
/// latitude. So somewhat more are fetched than are wanted, and metres decide; where the last one
/// fetched is not far enough away to be sure, more are fetched.
///
/// Of one class that order is no help: where the class is rare, the index on location leads past
/// everything else, and the index on class leads past everything elsewhere. The cells near by, each
/// looked through for that class alone, are bounded by both.
@Repository
class Neighbours {
  private static final double METRES_NORTH = 110_500; // of a degree of latitude, at least

  /// How far to look for one class: further only when too few were found.
  private static final double[] REACHES = {250, 1_200, 5_000};

  private final JdbcClient jdbc;

  Neighbours(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A neighbour and its distance on the ellipsoid.
  record Neighbour(
      String code,
      String classCode,
      double lon,
      double lat,
      ComponentState state,
      @Nullable String spec,
      @Nullable String address,
      double metres,
      double degrees) {}

  /// What still stands there, nearest first.
  ///
  /// @param furthestMetres nothing further away is looked for, 5,000 at most
  List<Neighbour> list(
      double lon, double lat, @Nullable String classCode, int limit, double furthestMetres) {
    return classCode == null
        ? listOfAny(lon, lat, limit, furthestMetres)
        : listOfClass(lon, lat, classCode, limit, furthestMetres);
  }

  private List<Neighbour> listOfAny(double lon, double lat, int limit, double furthestMetres) {
    double metresEast = metresEast(lat);
    double squeeze = METRES_NORTH / metresEast;
    int many = (int) Math.min(5_000, limit * squeeze * squeeze * 1.25 + 3);
    while (true) {
      List<Neighbour> found = fetch(lon, lat, many);
      List<Neighbour> nearest = choose(found, limit, furthestMetres);
      if (found.size() < many || many > 1_000_000) {
        return nearest;
      }
      double sureMetres = found.getLast().degrees() * metresEast;
      if (sureMetres > furthestMetres
          || (nearest.size() == limit && nearest.getLast().metres() <= sureMetres)) {
        return nearest;
      }
      many *= 4;
    }
  }

  private static double metresEast(double lat) {
    return METRES_NORTH
        * Math.max(0.01, Math.cos(Math.toRadians(Math.min(89, Math.abs(lat) + 0.05))));
  }

  private static List<Neighbour> choose(List<Neighbour> found, int limit, double furthestMetres) {
    List<Neighbour> chosen = new ArrayList<>(found);
    chosen.removeIf(one -> one.metres() > furthestMetres);
    chosen.sort(comparingDouble(Neighbour::metres).thenComparing(comparing(Neighbour::code)));
    return chosen.size() <= limit ? chosen : chosen.subList(0, limit);
  }

  /// How many stands in the text: a kept plan would otherwise be made for a tenth of the register,
  /// and none be kept.
  private List<Neighbour> fetch(double lon, double lat, int many) {
    return jdbc.sql(
            """
            select code, class_code, state, spec, address,
              ST_X(asset.spot(location)), ST_Y(asset.spot(location)),
              case when GeometryType(location) <> 'POINT' then
                ST_Distance(location::geography, ST_SetSRID(ST_MakePoint(?, ?), 4490)::geography) end,
              location <-> ST_SetSRID(ST_MakePoint(?, ?), 4490) as degrees
            from asset.component
            where state in ('intact', 'damaged')
            order by degrees
            limit %d
            """
                .formatted(many))
        .params(lon, lat, lon, lat)
        .query((row, _) -> toNeighbour(row, lon, lat))
        .list();
  }

  private List<Neighbour> listOfClass(
      double lon, double lat, String classCode, int limit, double furthestMetres) {
    List<Neighbour> nearest = List.of();
    for (double reach : REACHES) {
      nearest =
          choose(
              fetchOfClass(lon, lat, classCode, Math.min(reach, furthestMetres)),
              limit,
              Math.min(reach, furthestMetres));
      if (nearest.size() == limit) {
        return nearest;
      }
    }
    return nearest;
  }

  /// `offset 0` keeps the planner from turning the way round: first the cells near by, then the
  /// class within each. What stands outside every cell is looked for where such things are near.
  private List<Neighbour> fetchOfClass(double lon, double lat, String classCode, double reach) {
    double east = reach / metresEast(lat);
    double north = reach / METRES_NORTH;
    return jdbc.sql(
            """
            with box as materialized (
              select ST_MakeEnvelope(:west, :south, :east, :north, 4490) as near
            ),
            found as (
              select c.*
              from (
                select cell_code from asset.component_count
                where extent && (select near from box) and cell_code is not null offset 0
              ) k
              cross join lateral (
                select code, class_code, location, state, spec, address from asset.component
                where cell_code = k.cell_code and class_code = :classCode
                  and state in ('intact', 'damaged')
                offset 0
              ) c
              union all
              select code, class_code, location, state, spec, address from asset.component
              where cell_code is null and class_code = :classCode
                and state in ('intact', 'damaged')
                and location && (select near from box)
                and exists (
                  select from asset.component_count
                  where cell_code is null and extent && (select near from box))
            )
            select code, class_code, state, spec, address,
              ST_X(asset.spot(location)), ST_Y(asset.spot(location)),
              case when GeometryType(location) <> 'POINT' then
                ST_Distance(location::geography, ST_SetSRID(ST_MakePoint(:lon, :lat), 4490)::geography) end,
              0 as degrees
            from found
            where location && (select near from box)
            """)
        .param("classCode", classCode)
        .param("lon", lon)
        .param("lat", lat)
        .param("west", lon - east)
        .param("south", lat - north)
        .param("east", lon + east)
        .param("north", lat + north)
        .query((row, _) -> toNeighbour(row, lon, lat))
        .list();
  }

  private static Neighbour toNeighbour(ResultSet row, double fromLon, double fromLat)
      throws SQLException {
    double lon = row.getDouble(6);
    double lat = row.getDouble(7);
    double metres = row.getDouble(8);
    if (row.wasNull()) {
      metres = metresBetween(fromLon, fromLat, lon, lat);
    }
    return new Neighbour(
        row.getString(1),
        row.getString(2),
        lon,
        lat,
        ComponentState.of(row.getString(3)),
        row.getString(4),
        row.getString(5),
        metres,
        row.getDouble(9));
  }

  /// On the ellipsoid, by its curvature half way: within a millimetre of the geodesic for as far as
  /// is looked, at a twentieth of what PostGIS takes for it.
  static double metresBetween(double lon1, double lat1, double lon2, double lat2) {
    return new LocalMetres((lat1 + lat2) / 2).distance(lon1, lat1, lon2, lat2);
  }
}
