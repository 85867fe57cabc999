package org.citygrid.intake.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.citygrid.asset.Kind;
import org.jspecify.annotations.Nullable;

/// A report that passed every check. Its components are the columns of `intake.report`.
///
/// @param reportId made by the reporter's device: the same report sent again has the same id
/// @param contentHash SHA-256 of what was sent: other content under the same id is refused
/// @param lon the place meant, WGS-84 degrees: the pin where there is one, else the fix
/// @param fixLon the device's fix as it was sent, in `fixCrs`
/// @param pinLon the pin as it was sent
/// @param observedAt by the reporter's clock, a claim
/// @param receivedAt by ours
/// @param follows the report whose case this one follows instead of becoming one
public record Report(
    UUID reportId,
    String receipt,
    String contentHash,
    String source,
    String channel,
    @Nullable String reporter,
    @Nullable String registeredBy,
    Kind kind,
    String classCode,
    @Nullable String edition,
    @Nullable String conditionId,
    @Nullable String componentCode,
    double lon,
    double lat,
    double fixLon,
    double fixLat,
    String fixCrs,
    @Nullable Double accuracyMetres,
    @Nullable Double pinLon,
    @Nullable Double pinLat,
    String description,
    Instant observedAt,
    Instant receivedAt,
    boolean wantsReply,
    boolean selfHandled,
    boolean migrated,
    List<String> photoIds,
    @Nullable String divisionCode,
    @Nullable String cellCode,
    @Nullable String dutyGridCode,
    @Nullable String contactName,
    @Nullable String contactPhone,
    @Nullable String contactEmail,
    @Nullable UUID follows) {
  /// Without contact data: this may stand in a log.
  @Override
  public String toString() {
    return "Report[" + reportId + "]";
  }
}
