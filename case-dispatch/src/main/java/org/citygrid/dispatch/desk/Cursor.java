package org.citygrid.dispatch.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.citygrid.platform.problem.Problem;

/// Where a page of a list ended; opaque to callers.
public record Cursor(Instant key, UUID id) {

  public String encode() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((key + "|" + id).getBytes(UTF_8));
  }

  /// @throws org.citygrid.platform.problem.ProblemException (400) for anything we did not give out
  public static Cursor decode(String text) {
    try {
      var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\\|", 2);
      return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException broken) {
      throw Problem.badRequest("cursor", "is not one that this list gave out").asException();
    }
  }
}
