package org.citygrid.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/// One kept-alive HTTP/1.1 connection that costs next to nothing, so that on a small machine the
/// client does not take the time that is to be measured.
final class Wire implements Closeable {
  private final int port;
  private final String headers;
  private Socket socket;
  private InputStream in;
  private OutputStream out;

  /// @param bytes length of the body as it came, packed or not
  record Reply(int status, int bytes) {}

  /// An answer that is read.
  record Answer(int status, String body) {
    Answer orThrow(String what) {
      if (status / 100 != 2) {
        throw new NotMeasured(
            what
                + " was answered "
                + status
                + ": "
                + body.substring(0, Math.min(400, body.length())));
      }
      return this;
    }
  }

  Wire(int port, boolean gzip) throws IOException {
    this.port = port;
    socket = connect(port);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    out = socket.getOutputStream();
    headers =
        " HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s\r\n"
            .formatted(port, gzip ? "Accept-Encoding: gzip\r\n" : "");
  }

  private static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    return socket;
  }

  private void reconnect() throws IOException {
    socket.close();
    socket = connect(port);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    out = socket.getOutputStream();
  }

  Reply get(String path) throws IOException {
    out.write(("GET " + path + headers).getBytes(ISO_8859_1));
    return receive(OutputStream.nullOutputStream());
  }

  /// @param token of whoever asks; empty for a stranger
  Answer read(String path, String token) throws IOException {
    return send("GET", path, bearer(token), new byte[0]);
  }

  /// @param more header lines, each with its line end
  Answer post(String path, String token, String more, byte[] body) throws IOException {
    return send("POST", path, bearer(token) + more, body);
  }

  private static String bearer(String token) {
    return token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
  }

  private Answer send(String method, String path, String more, byte[] body) throws IOException {
    var request = new ByteArrayOutputStream(body.length + 512);
    String length = method.equals("GET") ? "" : "Content-Length: " + body.length + "\r\n";
    String head = method + " " + path + headers.stripTrailing() + "\r\n" + more + length + "\r\n";
    request.writeBytes(head.getBytes(ISO_8859_1));
    request.writeBytes(body);
    request.writeTo(out);
    var kept = new ByteArrayOutputStream(512);
    Reply reply = receive(kept);
    return new Answer(reply.status(), kept.toString(UTF_8));
  }

  private Reply receive(OutputStream kept) throws IOException {
    int status = Integer.parseInt(readLine().substring(9, 12));
    int length = status == 204 || status == 304 ? 0 : -1;
    boolean last = false;
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      } else if (line.equalsIgnoreCase("Connection: close")) {
        last = true;
      }
    }
    Reply reply = new Reply(status, length < 0 ? keepChunks(kept) : keep(length, kept));
    if (last) {
      reconnect();
    }
    return reply;
  }

  private int keepChunks(OutputStream kept) throws IOException {
    int whole = 0;
    while (true) {
      int chunk = Integer.parseInt(readLine().strip(), 16);
      whole += keep(chunk, kept);
      readLine();
      if (chunk == 0) {
        return whole;
      }
    }
  }

  private int keep(int length, OutputStream kept) throws IOException {
    kept.write(in.readNBytes(length));
    return length;
  }

  private String readLine() throws IOException {
    var line = new StringBuilder(80);
    while (true) {
      int c = in.read();
      if (c < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (c == '\n') {
        return line.toString();
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
