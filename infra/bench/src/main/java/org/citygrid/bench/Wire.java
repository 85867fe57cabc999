package org.citygrid.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/// One kept-alive HTTP/1.1 connection that costs next to nothing, so that on a small machine the
/// client does not take the time that is to be measured. It only knows GET.
final class Wire implements Closeable {
  private final int port;
  private final String headers;
  private Socket socket;
  private InputStream in;
  private OutputStream out;

  /// @param bytes length of the body as it came, packed or not
  record Reply(int status, int bytes) {}

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
    Reply reply = new Reply(status, length < 0 ? skipChunks() : skip(length));
    if (last) {
      reconnect();
    }
    return reply;
  }

  private int skipChunks() throws IOException {
    int whole = 0;
    while (true) {
      int chunk = Integer.parseInt(readLine().strip(), 16);
      whole += skip(chunk);
      readLine();
      if (chunk == 0) {
        return whole;
      }
    }
  }

  private int skip(int length) throws IOException {
    in.skipNBytes(length);
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
