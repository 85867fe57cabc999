package org.citygrid.data.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/// A multipart/form-data body, part by part.
public final class Multipart {

  private static final String BOUNDARY = "citygrid-part-7f3a9c51";

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  public Multipart json(String name, String text) {
    return part(name, "", "application/json", text.getBytes(UTF_8));
  }

  public Multipart jpeg(String name, String fileName, byte[] content) {
    return part(name, "; filename=\"" + fileName + "\"", "image/jpeg", content);
  }

  public String mediaType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  public byte[] body() {
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(body.toByteArray());
    whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return whole.toByteArray();
  }

  private Multipart part(String name, String more, String type, byte[] content) {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\nContent-Type: %s\r\n\r\n"
            .formatted(BOUNDARY, name, more, type);
    body.writeBytes(head.getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(UTF_8));
    return this;
  }
}
