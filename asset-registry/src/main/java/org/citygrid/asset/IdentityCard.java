package org.citygrid.asset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.citygrid.platform.identity.UnitName;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// All that is known of one component (contract: `GET /api/components/{code}`).
///
/// @param location GeoJSON geometry, CGCS2000 (EPSG:4490), longitude first
/// @param since first day on which it is known to have been there, in the town's zone
/// @param synthetic whether it was invented for demonstration
/// @param version counts the changes of this card, from 1
/// @param relations role by role, the unit that holds it now first
/// @param qr address of its label
/// @param history oldest first
public record IdentityCard(
    String code,
    Kind kind,
    String classCode,
    LocalText className,
    @Nullable UnitName competentUnit,
    @Nullable UnitName ownerUnit,
    @Nullable UnitName maintenanceUnit,
    @Nullable String divisionCode,
    @Nullable String cellCode,
    @Nullable String dutyGridCode,
    JsonNode location,
    double lon,
    double lat,
    @Nullable String address,
    @Nullable String spec,
    List<Dimension> dimensions,
    ComponentState state,
    LocalDate since,
    Instant changedAt,
    @Nullable String source,
    @Nullable String note,
    boolean synthetic,
    int version,
    List<Relation> relations,
    List<CardPhoto> photos,
    String qr,
    List<CardChange> history) {

  /// The card as a stranger may see it: without the names of those who kept it, their reasons, and
  /// the photos.
  public IdentityCard withoutKeepers() {
    return new IdentityCard(
        code,
        kind,
        classCode,
        className,
        competentUnit,
        ownerUnit,
        maintenanceUnit,
        divisionCode,
        cellCode,
        dutyGridCode,
        location,
        lon,
        lat,
        address,
        spec,
        dimensions,
        state,
        since,
        changedAt,
        source,
        note,
        synthetic,
        version,
        relations,
        List.of(),
        qr,
        history.stream().map(CardChange::withoutKeeper).toList());
  }
}
