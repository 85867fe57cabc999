package org.citygrid.asset.edit;

import java.time.LocalDate;
import java.util.List;
import org.citygrid.asset.ComponentState;
import org.citygrid.asset.Dimension;
import org.jspecify.annotations.Nullable;

/// A card while it is being written on: what people may say of a component.
final class CardDraft {
  String classCode = "";
  @Nullable String competentUnit;
  @Nullable String ownerUnit;
  @Nullable String maintenanceUnit;
  @Nullable LocalDate competentFrom;
  @Nullable LocalDate ownerFrom;
  @Nullable LocalDate maintenanceFrom;
  @Nullable Place place;
  @Nullable String spec;
  List<Dimension> dimensions = List.of();
  ComponentState state = ComponentState.INTACT;
  @Nullable LocalDate since;
  @Nullable String source;
  @Nullable String note;
  @Nullable String address;
  List<String> photoIds = List.of();

  /// @param geometry GeoJSON, CGCS2000, degrees
  /// @param lon of a point on it
  record Place(String geometry, double lon, double lat) {}

  CardDraft copy() {
    CardDraft copy = new CardDraft();
    copy.classCode = classCode;
    copy.competentUnit = competentUnit;
    copy.ownerUnit = ownerUnit;
    copy.maintenanceUnit = maintenanceUnit;
    copy.competentFrom = competentFrom;
    copy.ownerFrom = ownerFrom;
    copy.maintenanceFrom = maintenanceFrom;
    copy.place = place;
    copy.spec = spec;
    copy.dimensions = dimensions;
    copy.state = state;
    copy.since = since;
    copy.source = source;
    copy.note = note;
    copy.address = address;
    copy.photoIds = photoIds;
    return copy;
  }
}
