package org.citygrid.intake.report;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/// Takes a request apart into its JSON and its photos, and refuses what is too large.
public final class RequestReader {
  /// The header with the key that a device made.
  public static final String KEY = "Idempotency-Key";

  static final int MAX_PHOTOS = 9;

  private final int maxBody;

  /// @param maxBody bytes of the JSON, photos apart
  public RequestReader(int maxBody) {
    this.maxBody = maxBody;
  }

  /// A request that is JSON and nothing else.
  public Incoming json(HttpServletRequest request, @Nullable String key) throws IOException {
    long length = request.getContentLengthLong();
    if (length > maxBody) {
      throw tooLarge();
    }
    byte[] body =
        length < 0
            ? read(request.getInputStream())
            : request.getInputStream().readNBytes((int) length);
    return new Incoming(body, List.of(), key);
  }

  /// A form with one part of JSON and up to nine parts `photos`.
  ///
  /// @param name of the part with the JSON
  public Incoming parts(HttpServletRequest request, String name, @Nullable String key)
      throws IOException, ServletException {
    byte[] body = null;
    List<Incoming.Upload> photos = new ArrayList<>();
    Violations violations = new Violations();
    for (Part part : request.getParts()) {
      if (part.getName().equals(name)) {
        body = read(part.getInputStream());
      } else if (part.getName().equals("photos")) {
        photos.add(upload(part, photos.size()));
      } else {
        violations.add("parts", "are " + name + " and photos, nothing else");
      }
    }
    violations.require(body != null, name, "is missing: the part with the JSON of the " + name);
    violations.throwIfAny();
    return new Incoming(body == null ? new byte[0] : body, photos, key);
  }

  /// Beyond the number that is allowed only the count matters, not the bytes.
  private static Incoming.Upload upload(Part part, int at) throws IOException {
    byte[] file = at < MAX_PHOTOS ? part.getInputStream().readAllBytes() : new byte[0];
    return Incoming.Upload.of("photos[" + at + "]", file);
  }

  private byte[] read(InputStream in) throws IOException {
    byte[] body = in.readNBytes(maxBody + 1);
    if (body.length > maxBody) {
      throw tooLarge();
    }
    return body;
  }

  private RuntimeException tooLarge() {
    return Problem.tooLarge("The JSON has at most " + maxBody + " bytes, photos apart.")
        .asException();
  }
}
