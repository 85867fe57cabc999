package org.citygrid.asset.edit;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.citygrid.asset.ComponentState;
import org.citygrid.asset.Dimension;
import org.citygrid.geo.LonLat;
import org.citygrid.geo.MapDatum;
import org.citygrid.platform.problem.Violations;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what somebody wrote onto a card: a field that is missing stays as it was, null empties it
/// (RFC 7396). Notes every field that cannot be read.
///
/// @param geometries turns GeoJSON into a place, or notes what is wrong with it
record CardForm(
    JsonNode form, Violations wrong, Function<JsonNode, CardDraft.@Nullable Place> geometries) {
  private static final int LONGEST_TEXT = 1000;
  private static final int MOST_PHOTOS = 20;
  private static final Set<String> FIELDS =
      Set.of(
          "classCode",
          "competentUnit",
          "ownerUnit",
          "maintenanceUnit",
          "competentFrom",
          "ownerFrom",
          "maintenanceFrom",
          "location",
          "lon",
          "lat",
          "crs",
          "spec",
          "dimensions",
          "state",
          "since",
          "source",
          "note",
          "address",
          "photoIds",
          "version",
          "reason");

  void writeOnto(CardDraft draft) {
    if (!form.isObject()) {
      wrong.add("body", "must be one JSON object");
      return;
    }
    form.propertyNames().stream()
        .filter(name -> !FIELDS.contains(name))
        .forEach(name -> wrong.add(name, "is not a field of a card"));
    text("classCode", value -> draft.classCode = value == null ? "" : value);
    text("competentUnit", value -> draft.competentUnit = value);
    text("ownerUnit", value -> draft.ownerUnit = value);
    text("maintenanceUnit", value -> draft.maintenanceUnit = value);
    day("competentFrom", value -> draft.competentFrom = value);
    day("ownerFrom", value -> draft.ownerFrom = value);
    day("maintenanceFrom", value -> draft.maintenanceFrom = value);
    text("spec", value -> draft.spec = value);
    text("source", value -> draft.source = value);
    text("note", value -> draft.note = value);
    text("address", value -> draft.address = value);
    day("since", value -> draft.since = value == null ? draft.since : value);
    text("state", value -> readState(draft, value));
    readPlace(draft);
    readDimensions(draft);
    readPhotos(draft);
  }

  /// Why the card is changed, in plain words.
  @Nullable String reason() {
    String[] found = new String[1];
    text("reason", value -> found[0] = value);
    return found[0];
  }

  private void text(String name, Consumer<@Nullable String> take) {
    JsonNode value = form.get(name);
    if (value == null) {
      return;
    }
    if (value.isNull()) {
      take.accept(null);
    } else if (!value.isString()) {
      wrong.add(name, "must be text");
    } else if (value.stringValue().length() > LONGEST_TEXT) {
      wrong.add(name, "is longer than 1000 characters");
    } else if (value.stringValue().chars().anyMatch(one -> one < ' ' && one != '\n')) {
      wrong.add(name, "holds a control character");
    } else {
      String text = value.stringValue().strip();
      take.accept(text.isEmpty() ? null : text);
    }
  }

  private void day(String name, Consumer<@Nullable LocalDate> take) {
    text(
        name,
        text -> {
          try {
            take.accept(text == null ? null : LocalDate.parse(text));
          } catch (DateTimeException notIso) {
            wrong.add(name, "must be a date such as 2024-05-31");
          }
        });
  }

  private void readState(CardDraft draft, @Nullable String word) {
    if (word == null) {
      wrong.add("state", "must be intact, damaged, lost, abandoned or moved_away");
      return;
    }
    ComponentState.find(word)
        .ifPresentOrElse(
            state -> draft.state = state,
            () -> wrong.add("state", "must be intact, damaged, lost, abandoned or moved_away"));
  }

  private void readPlace(CardDraft draft) {
    if (form.has("location")) {
      draft.place = geometries.apply(form.path("location"));
    } else if (form.has("lon") || form.has("lat")) {
      if (!form.path("lon").isNumber() || !form.path("lat").isNumber()) {
        wrong.add("lon", "longitude and latitude must be numbers, and come together");
        return;
      }
      draft.place = point(form.path("lon").doubleValue(), form.path("lat").doubleValue());
    }
  }

  private CardDraft.@Nullable Place point(double lon, double lat) {
    var datum = MapDatum.find(form.path("crs").asString("wgs84"));
    wrong.require(datum.isPresent(), "crs", "must be wgs84, gcj02 or bd09");
    boolean earthly = Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
    wrong.require(earthly, "lon", "must be degrees, longitude first");
    if (datum.isEmpty() || !earthly) {
      return null;
    }
    LonLat place = datum.get().toWgs84(new LonLat(lon, lat));
    double east = Math.round(place.lon() * 1e9) / 1e9;
    double north = Math.round(place.lat() * 1e9) / 1e9;
    return new CardDraft.Place(
        "{\"type\":\"Point\",\"coordinates\":[%s,%s]}"
            .formatted(
                BigDecimal.valueOf(east).toPlainString(),
                BigDecimal.valueOf(north).toPlainString()),
        east,
        north);
  }

  private void readDimensions(CardDraft draft) {
    JsonNode value = form.get("dimensions");
    if (value == null) {
      return;
    }
    if (!value.isArray() && !value.isNull()) {
      wrong.add("dimensions", "must be a list of {name, value, unit?}");
      return;
    }
    List<Dimension> dimensions = new ArrayList<>();
    for (JsonNode one : value) {
      JsonNode measure = one.path("value");
      if (!one.path("name").isString() || !(measure.isNumber() || measure.isString())) {
        wrong.add("dimensions", "must be a list of {name, value, unit?}");
        return;
      }
      dimensions.add(
          new Dimension(
              one.path("name").stringValue(),
              measure.isNumber() ? measure.decimalValue() : measure.stringValue(),
              one.path("unit").asString(null)));
    }
    draft.dimensions = List.copyOf(dimensions);
  }

  private void readPhotos(CardDraft draft) {
    JsonNode value = form.get("photoIds");
    if (value == null) {
      return;
    }
    List<String> ids = value.valueStream().map(id -> id.asString("")).distinct().toList();
    boolean good =
        ids.size() <= MOST_PHOTOS && ids.stream().allMatch(id -> id.matches("[0-9a-f]{64}"));
    wrong.require(good, "photoIds", "must be at most 20 ids as POST /api/photos gives them");
    draft.photoIds = good ? ids : draft.photoIds;
  }
}
