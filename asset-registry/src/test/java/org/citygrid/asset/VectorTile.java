package org.citygrid.asset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// As much of the vector tile format 2.1 as it takes to count a tile's features by layer.
final class VectorTile {
  private static final int LAYER = 3;
  private static final int LAYER_NAME = 1;
  private static final int LAYER_FEATURE = 2;

  private VectorTile() {}

  static Map<String, Integer> countFeatures(byte[] tile) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    ByteBuffer fields = ByteBuffer.wrap(tile);
    while (fields.hasRemaining()) {
      int key = (int) varint(fields);
      ByteBuffer value = value(fields, key & 7);
      if (key >> 3 == LAYER) {
        countLayer(value, counts);
      }
    }
    return counts;
  }

  private static void countLayer(ByteBuffer layer, Map<String, Integer> counts) {
    String name = "";
    int features = 0;
    while (layer.hasRemaining()) {
      int key = (int) varint(layer);
      ByteBuffer value = value(layer, key & 7);
      if (key >> 3 == LAYER_NAME) {
        name = StandardCharsets.UTF_8.decode(value).toString();
      } else if (key >> 3 == LAYER_FEATURE) {
        features++;
      }
    }
    counts.put(name, features);
  }

  private static ByteBuffer value(ByteBuffer from, int wireType) {
    if (wireType == 0) {
      varint(from);
      return ByteBuffer.allocate(0);
    }
    int length = wireType == 2 ? (int) varint(from) : wireType == 1 ? 8 : 4;
    ByteBuffer value = from.slice(from.position(), length);
    from.position(from.position() + length);
    return value;
  }

  private static long varint(ByteBuffer from) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte part = from.get();
      value |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
  }
}
