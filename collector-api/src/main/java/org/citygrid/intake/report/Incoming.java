package org.citygrid.intake.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one request brought: the report's JSON, its photos, and the key it bears.
///
/// @param key of the sender's device, null when it made none
@SuppressWarnings("ArrayRecordComponent") // bytes on their way through; never compared
public record Incoming(byte[] body, List<Upload> photos, @Nullable String key) {
  /// @param field where the file stood in the request, such as `photos[0]`
  public record Upload(String field, byte[] file) {}
}
