package org.citygrid.intake.report;

import java.util.List;
import org.citygrid.intake.photo.PhotoCleaner;
import org.jspecify.annotations.Nullable;

/// What one request brought: the report's JSON, its photos, and the key it bears.
///
/// @param key of the sender's device, null when it made none
@SuppressWarnings("ArrayRecordComponent") // bytes on their way through; never compared
public record Incoming(byte[] body, List<Upload> photos, @Nullable String key) {
  /// @param field where the file stood in the request, such as `photos[0]`
  /// @param hash SHA-256 of the file, hex
  public record Upload(String field, byte[] file, String hash) {
    static Upload of(String field, byte[] file) {
      return new Upload(field, file, PhotoCleaner.sha256(file));
    }
  }
}
