package org.citygrid.ogc.features;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citygrid.ogc.Clause;
import org.citygrid.ogc.OgcCollection;
import org.citygrid.ogc.Property;
import org.citygrid.ogc.Property.Type;
import org.citygrid.ogc.cql2.Cql2;
import org.citygrid.ogc.cql2.Expr;
import org.citygrid.ogc.cql2.Queryable;
import org.citygrid.ogc.cql2.SqlWriter;
import org.citygrid.ogc.cql2.UnreadableFilter;
import org.citygrid.ogc.web.Visit;
import org.citygrid.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/// Reads the parameters of a request for features, and names every wrong one.
final class Question {
  static final int DEFAULT_LIMIT = 100;
  static final int MOST = 10_000;
  static final String GEOMETRY = "geometry";

  private static final Set<String> PAGE_PARAMETERS =
      Set.of(
          "f",
          "lang",
          "limit",
          "cursor",
          "bbox",
          "bbox-crs",
          "crs",
          "datetime",
          "filter",
          "filter-lang",
          "filter-crs");

  private final OgcCollection collection;
  private final Clause rows;
  private final ZoneId zone;
  private final Map<String, String[]> given;
  private final Violations wrong = new Violations();

  Question(OgcCollection collection, Clause rows, ZoneId zone, HttpServletRequest request) {
    this.collection = collection;
    this.rows = rows;
    this.zone = zone;
    this.given = request.getParameterMap();
  }

  /// @param page whether at most [#MOST] features are given out at once
  Selection read(boolean page) {
    checkNames();
    Crs crs = crs("crs");
    Clause box = box();
    Clause more = period().and(properties()).and(filter());
    Optional<Integer> limit = limit(page);
    Optional<Cursor> cursor = cursor(page);
    wrong.throwIfAny();
    Clause all = Clause.of(collection.where()).and(rows).and(box).and(more);
    boolean boxed =
        !box.equals(Clause.TRUE) && more.equals(Clause.TRUE) && rows.equals(Clause.TRUE);
    boolean whole = all.equals(Clause.of(collection.where())) && collection.count() != null;
    return new Selection(collection, all, !whole, boxed, crs, limit, cursor);
  }

  /// The system of a single feature.
  Crs readCrsAlone() {
    Visit.checkNames(given, Set.of("f", "lang", "crs"), wrong);
    checkForm(false);
    Crs crs = crs("crs");
    wrong.throwIfAny();
    return crs;
  }

  private void checkNames() {
    var known = new HashSet<>(PAGE_PARAMETERS);
    collection.properties().stream()
        .filter(property -> property.type() != Type.JSON)
        .map(Property::name)
        .forEach(known::add);
    Visit.checkNames(given, known, wrong);
    checkForm(true);
  }

  private void checkForm(boolean files) {
    String form = text("f");
    boolean file = files && form != null && FileForm.find(form).isPresent();
    wrong.require(
        form == null || file || List.of("json", "html").contains(form),
        "f",
        files
            ? "must be json, html, geojson, geojsonseq, csv, gpkg, shp or xlsx"
            : "must be json or html");
    String language = text("lang");
    wrong.require(
        language == null || List.of("zh", "en").contains(language), "lang", "must be zh or en");
  }

  private @Nullable String text(String name) {
    String[] values = given.get(name);
    return values == null ? null : values[0];
  }

  private Crs crs(String parameter) {
    String text = text(parameter);
    if (text == null) {
      return Crs.CRS84;
    }
    return Crs.find(text)
        .orElseGet(() -> {
          wrong.add(parameter, "is not one of the systems that the collection lists under \"crs\"");
          return Crs.CRS84;
        });
  }

  private Clause box() {
    Crs crs = crs("bbox-crs");
    String text = text("bbox");
    if (text == null) {
      return Clause.TRUE;
    }
    return Box.read(text, crs)
        .map(box -> box.touches("f." + collection.geometry()))
        .orElseGet(() -> {
          wrong.add(
              "bbox", "must be four or six numbers, the least corner first, inside its system");
          return Clause.TRUE;
        });
  }

  private Clause period() {
    String text = text("datetime");
    if (text == null) {
      return Clause.TRUE;
    }
    Optional<Period> period = Period.read(text, zone);
    if (period.isEmpty()) {
      wrong.add("datetime", "must be an instant, a day or a period such as 2026-01-01/..");
      return Clause.TRUE;
    }
    String from = collection.from();
    return from == null ? Clause.TRUE : within(collection.getProperty(from), period.get());
  }

  private Clause within(Property from, Period period) {
    Property to = collection.to() == null ? from : collection.getProperty(collection.to());
    Clause begins =
        period.to() == null
            ? Clause.TRUE
            : Clause.of(from.sql() + " <= ").then(moment(from, period.to()));
    Clause ends =
        period.from() == null
            ? Clause.TRUE
            : Clause.of("(" + (to == from ? "" : to.sql() + " is null or ") + to.sql() + " >= ")
                .then(moment(to, period.from()))
                .then(Clause.of(")"));
    return begins.and(ends);
  }

  private Clause moment(Property property, Instant at) {
    return property.type() == Type.DATE
        ? Clause.of("?::date", at.atZone(zone).toLocalDate())
        : Clause.of("?::timestamptz", Timestamp.from(at));
  }

  private Clause properties() {
    var all = Clause.TRUE;
    for (Property property : collection.properties()) {
      String text = text(property.name());
      if (text != null && property.type() != Type.JSON) {
        all = all.and(equal(property, text));
      }
    }
    return all;
  }

  private Clause equal(Property property, String text) {
    return Values.read(property, text)
        .map(value -> Clause.of(property.sql() + " = ").then(value))
        .orElseGet(() -> {
          wrong.add(property.name(), "cannot be \"" + text + "\"");
          return Clause.TRUE;
        });
  }

  private Clause filter() {
    String text = text("filter");
    String language = text("filter-lang");
    Crs crs = crs("filter-crs");
    if (language != null && !List.of("cql2-text", "cql2-json").contains(language)) {
      wrong.add("filter-lang", "must be cql2-text or cql2-json");
      return Clause.TRUE;
    }
    if (text == null) {
      return Clause.TRUE;
    }
    try {
      boolean json = "cql2-json".equals(language) || (language == null && text.startsWith("{"));
      Expr filter = json ? Cql2.fromJson(text) : Cql2.fromText(text);
      return new SqlWriter(queryables(collection), zone, crs::stored).write(filter);
    } catch (UnreadableFilter unreadable) {
      wrong.add("filter", "cannot be understood: " + unreadable.getMessage());
      return Clause.TRUE;
    }
  }

  static Map<String, Queryable> queryables(OgcCollection collection) {
    var names = new HashMap<String, Queryable>();
    collection
        .properties()
        .forEach(property ->
            Values.queryable(property)
                .ifPresent(queryable -> names.put(property.name(), queryable)));
    names.put(GEOMETRY, new Queryable("f." + collection.geometry(), Queryable.Kind.GEOMETRY));
    return names;
  }

  /// More than we give out at once means as many as we do (Part 1, requirement 21).
  private Optional<Integer> limit(boolean page) {
    String text = text("limit");
    if (text == null) {
      return page ? Optional.of(DEFAULT_LIMIT) : Optional.empty();
    }
    if (!text.matches("[1-9]\\d{0,17}")) {
      wrong.add("limit", "must be a whole number from 1 on");
      return Optional.empty();
    }
    long wanted = Long.parseLong(text);
    return Optional.of((int) Math.min(wanted, page ? MOST : Integer.MAX_VALUE));
  }

  private Optional<Cursor> cursor(boolean page) {
    String text = text("cursor");
    if (text == null) {
      return Optional.empty();
    }
    Optional<Cursor> cursor = Cursor.decode(text).filter(this::fitsKey);
    wrong.require(page, "cursor", "has no meaning for a whole file");
    wrong.require(cursor.isPresent(), "cursor", "is not one that the link \"next\" gave");
    return cursor;
  }

  private boolean fitsKey(Cursor cursor) {
    return Values.read(collection.keyProperty(), cursor.after()).isPresent();
  }
}
