package org.citygrid.intake.photo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A picture with nothing in it but pixels, and beside it what its file told of time and place.
/// Either written anew from decoded pixels, or still as it was received and only taken apart: then
/// it has no thumbnail, waits to be prepared, and may carry its colour profile and a word on how to
/// turn it.
///
/// @param id SHA-256 of `image`, hex: its name wherever it is kept
/// @param sourceHash SHA-256 of the file as it was sent, hex
/// @param image JPEG without metadata
/// @param thumbnail the same, at most 320 pixels long; null while it waits
/// @param width of the picture, upright
/// @param takenAt by the camera's clock, null when the file has none or an impossible one
/// @param lon where the camera says it was, WGS-84 degrees, null together with `lat`
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to the disk; never compared
public record CleanPhoto(
    String id,
    String sourceHash,
    byte[] image,
    byte @Nullable [] thumbnail,
    int width,
    int height,
    @Nullable Instant takenAt,
    @Nullable Double lon,
    @Nullable Double lat) {
  boolean isPrepared() {
    return thumbnail != null;
  }
}
