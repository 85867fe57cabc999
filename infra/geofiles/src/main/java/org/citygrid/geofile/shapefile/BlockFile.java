package org.citygrid.geofile.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file read piece by piece, mostly forward, through one buffer.
final class BlockFile implements Closeable {
  private static final int BLOCK = 1 << 18;

  private final FileChannel channel;
  private final long size;
  private ByteBuffer buffer = ByteBuffer.allocate(BLOCK).limit(0);
  private long start;

  BlockFile(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
    size = channel.size();
  }

  long size() {
    return size;
  }

  boolean has(long position, long length) {
    return position >= 0 && length >= 0 && position <= size - length;
  }

  /// The bytes from `position` on, in a buffer whose position is theirs; good until the next call.
  /// There must be so many.
  ByteBuffer at(long position, int length) throws IOException {
    if (position < start || position + length > start + buffer.limit()) {
      load(position, length);
    }
    return buffer.position((int) (position - start));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void load(long position, int length) throws IOException {
    if (buffer.capacity() < length) {
      buffer = ByteBuffer.allocate(Math.max(length, BLOCK)).order(buffer.order());
    } else if (buffer.capacity() > BLOCK && length <= BLOCK) {
      buffer = ByteBuffer.allocate(BLOCK).order(buffer.order());
    }
    buffer.clear();
    start = position;
    while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
      // until it is full, or the file ends
    }
    buffer.flip();
    if (buffer.limit() < length) {
      throw new IOException("the file grew shorter while it was read");
    }
  }
}
