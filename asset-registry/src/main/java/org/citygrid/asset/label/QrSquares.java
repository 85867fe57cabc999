package org.citygrid.asset.label;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The dark squares of a QR code (ISO/IEC 18004) that stands a scratch: a quarter of it may be
/// unreadable.
///
/// @param side squares along one edge, the quiet zone included
/// @param runs dark squares, those side by side in one
record QrSquares(int side, List<Run> runs) {
  private static final int QUIET = 4;

  /// @param x from the left, in squares
  /// @param y from the top, in squares
  record Run(int x, int y, int length) {}

  static QrSquares of(String text) {
    ByteMatrix matrix = encode(text);
    List<Run> runs = new ArrayList<>();
    for (int y = 0; y < matrix.getHeight(); y++) {
      int x = 0;
      while (x < matrix.getWidth()) {
        int start = x;
        while (x < matrix.getWidth() && matrix.get(x, y) == 1) {
          x++;
        }
        if (x > start) {
          runs.add(new Run(start + QUIET, y + QUIET, x - start));
        }
        x++;
      }
    }
    return new QrSquares(matrix.getWidth() + 2 * QUIET, runs);
  }

  private static ByteMatrix encode(String text) {
    try {
      return Encoder.encode(
              text, ErrorCorrectionLevel.Q, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
          .getMatrix();
    } catch (WriterException tooLong) {
      throw new IllegalStateException("\"" + text + "\" does not fit into a QR code", tooLong);
    }
  }
}
