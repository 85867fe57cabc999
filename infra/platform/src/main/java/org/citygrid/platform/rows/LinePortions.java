package org.citygrid.platform.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The lines of a long body in UTF-8, some at a time, so that a town's past fits into memory.
public final class LinePortions {
  private static final int BUFFER = 1 << 16;

  private LinePortions() {}

  /// @param number of all lines, blank ones too, from 1
  public record Line(int number, String text) {}

  /// Tells all lines that are not blank, in order.
  ///
  /// @param most lines in a portion
  /// @throws IOException when the body ends in the middle
  public static void read(InputStream body, int most, Consumer<List<Line>> told)
      throws IOException {
    try (var lines = new BufferedReader(new InputStreamReader(body, UTF_8), BUFFER)) {
      var portion = new ArrayList<Line>();
      int number = 0;
      for (var text = lines.readLine(); text != null; text = lines.readLine()) {
        number++;
        if (!text.isBlank()) {
          portion.add(new Line(number, text));
        }
        if (portion.size() == most) {
          told.accept(List.copyOf(portion));
          portion.clear();
        }
      }
      if (!portion.isEmpty()) {
        told.accept(List.copyOf(portion));
      }
    }
  }
}
