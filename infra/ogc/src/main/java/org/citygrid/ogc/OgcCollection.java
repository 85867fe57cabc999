package org.citygrid.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/// A collection that a room lays out under `/ogc/collections/{id}`: one bean each.
///
/// All SQL is the room's own and constant; it speaks of the row as `f`.
///
/// @param table table or view of the room, such as `asset.component`
/// @param where which rows of it are meant, `true` for all
/// @param key name of the property that identifies a feature. Its expression must be a plain column
///   with a unique index: pages walk along it
/// @param geometry column in CGCS2000 (EPSG:4490), longitude then latitude, degrees
/// @param geometryType `Point`, `MultiPolygon` …, or `Geometry` where all may occur
/// @param from name of the DATE or INSTANT property at which a feature begins; none when timeless
/// @param to name of the property at which it ends; none when features are moments
/// @param count an exact count of all rows that costs little, as a query; none where there is none
/// @param extent a query for one geometry (EPSG:4490) that holds all features, may be an estimate
/// @param revision a query for a number that changes whenever any row does; none where nothing
///   counts
public record OgcCollection(
    String id,
    LocalText title,
    LocalText description,
    String table,
    String where,
    String key,
    String geometry,
    String geometryType,
    List<Property> properties,
    @Nullable String from,
    @Nullable String to,
    Access access,
    @Nullable String count,
    String extent,
    @Nullable String revision) {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

  public OgcCollection {
    properties = List.copyOf(properties);
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("collection id \"" + id + "\": small letters and digits");
    }
  }

  public Property keyProperty() {
    return getProperty(key);
  }

  public Optional<Property> findProperty(String name) {
    return properties.stream().filter(property -> property.name().equals(name)).findFirst();
  }

  /// @throws IllegalArgumentException if there is none of that name: the room's mistake
  public Property getProperty(String name) {
    return findProperty(name)
        .orElseThrow(() -> new IllegalArgumentException("no property " + name + " in " + id));
  }

  public static Builder named(String id, LocalText title, LocalText description) {
    return new Builder(id, title, description);
  }

  /// Collects what a collection is made of.
  public static final class Builder {
    private final String id;
    private final LocalText title;
    private final LocalText description;
    private final List<Property> properties = new ArrayList<>();
    private String table = "";
    private String where = "true";
    private String key = "";
    private String geometry = "";
    private String geometryType = "Geometry";
    private @Nullable String from;
    private @Nullable String to;
    private Access access = Access.everyone();
    private @Nullable String count;
    private String extent = "";
    private @Nullable String revision;

    private Builder(String id, LocalText title, LocalText description) {
      this.id = id;
      this.title = title;
      this.description = description;
    }

    public Builder from(String tableOrView) {
      table = tableOrView;
      return this;
    }

    public Builder where(String condition) {
      where = condition;
      return this;
    }

    public Builder key(String property) {
      key = property;
      return this;
    }

    public Builder geometry(String column, String type) {
      geometry = column;
      geometryType = type;
      return this;
    }

    public Builder with(Property... more) {
      properties.addAll(List.of(more));
      return this;
    }

    public Builder time(String fromProperty, @Nullable String toProperty) {
      from = fromProperty;
      to = toProperty;
      return this;
    }

    public Builder readBy(Access rule) {
      access = rule;
      return this;
    }

    public Builder counted(String query) {
      count = query;
      return this;
    }

    public Builder extent(String query) {
      extent = query;
      return this;
    }

    public Builder revision(String query) {
      revision = query;
      return this;
    }

    public OgcCollection build() {
      var built =
          new OgcCollection(
              id,
              title,
              description,
              table,
              where,
              key,
              geometry,
              geometryType,
              properties,
              from,
              to,
              access,
              count,
              extent,
              revision);
      built.keyProperty();
      return built;
    }
  }
}
