package org.citygrid.intake.photo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A picture with nothing in it but pixels, and beside it what its file told of time and place.
///
/// @param id SHA-256 of `image`, hex: its name wherever it is kept
/// @param sourceHash SHA-256 of the file as it was sent, hex
/// @param image JPEG without metadata, upright
/// @param thumbnail the same, at most 320 pixels long
/// @param takenAt by the camera's clock, null when the file has none or an impossible one
/// @param lon where the camera says it was, WGS-84 degrees, null together with `lat`
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to the disk; never compared
public record CleanPhoto(
    String id,
    String sourceHash,
    byte[] image,
    byte[] thumbnail,
    int width,
    int height,
    @Nullable Instant takenAt,
    @Nullable Double lon,
    @Nullable Double lat) {}
