package org.citygrid.intake.enquiry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.citygrid.geo.LonLat;
import org.citygrid.grid.Placement;
import org.jspecify.annotations.Nullable;

/// An accepted enquiry. The names are the columns of `intake.enquiry`.
record Asked(
    UUID enquiryId,
    String receipt,
    String contentHash,
    String kind,
    String channel,
    @Nullable String registeredBy,
    String text,
    @Nullable Double lon,
    @Nullable Double lat,
    String divisionCode,
    @Nullable String dutyGridCode,
    List<String> photoIds,
    Instant receivedAt,
    @Nullable String contactName,
    @Nullable String contactPhone,
    @Nullable String contactEmail) {
  /// @param town the division of what is about no place
  static Asked of(
      UUID id,
      String receipt,
      String hash,
      AskingForm form,
      @Nullable Placement placement,
      String town,
      Instant receivedAt) {
    LonLat at = form.place() == null ? null : form.place().toWgs84();
    var division = placement == null ? null : placement.division();
    var grid = placement == null ? null : placement.dutyGrid();
    return new Asked(
        id,
        receipt,
        hash,
        requireNonNull(form.kind()).code(),
        form.channel(),
        form.registeredBy(),
        requireNonNull(form.text()),
        at == null ? null : at.lon(),
        at == null ? null : at.lat(),
        division == null ? town : division.value(),
        grid == null ? null : grid.value(),
        List.of(),
        receivedAt,
        form.contact().name(),
        form.contact().phone(),
        form.contact().email());
  }

  /// The same with pictures.
  Asked with(List<String> pictures) {
    return new Asked(
        enquiryId,
        receipt,
        contentHash,
        kind,
        channel,
        registeredBy,
        text,
        lon,
        lat,
        divisionCode,
        dutyGridCode,
        pictures,
        receivedAt,
        contactName,
        contactPhone,
        contactEmail);
  }

  @Override
  public String toString() {
    return "Asked[" + enquiryId + "]";
  }
}
