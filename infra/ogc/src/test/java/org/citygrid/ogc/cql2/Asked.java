package org.citygrid.ogc.cql2;

import java.time.ZoneId;
import java.util.Map;
import org.citygrid.ogc.Clause;
import org.citygrid.ogc.cql2.Queryable.Kind;
import org.locationtech.jts.io.WKTWriter;

/// A collection that has one property of each kind.
final class Asked {
  static final SqlWriter SQL =
      new SqlWriter(
          Map.of(
              "name", new Queryable("f.name", Kind.TEXT),
              "state", new Queryable("f.state", Kind.TEXT),
              "depth", new Queryable("f.depth", Kind.NUMBER),
              "lit", new Queryable("f.lit", Kind.BOOLEAN),
              "since", new Queryable("f.since", Kind.DATE),
              "at", new Queryable("f.at", Kind.INSTANT),
              "until", new Queryable("f.until", Kind.INSTANT),
              "geometry", new Queryable("f.place", Kind.GEOMETRY),
              "名称", new Queryable("f.name_zh", Kind.TEXT)),
          ZoneId.of("Asia/Shanghai"),
          shape -> Clause.of("geom(?)", new WKTWriter().write(shape)));

  private Asked() {}

  static Clause text(String filter) {
    return SQL.write(Cql2.fromText(filter));
  }

  static Clause json(String filter) {
    return SQL.write(Cql2.fromJson(filter));
  }
}
