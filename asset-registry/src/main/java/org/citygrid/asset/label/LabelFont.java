package org.citygrid.asset.label;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The one font of our labels: Latin and the characters of GB 2312, carried along so that a label
/// looks the same on every machine (docs/decisions).
final class LabelFont {
  private static final String FILE = "/fonts/label-sans.ttf";
  private static final int STAND_IN = 0x25a1; // □

  private final byte[] file;
  private final TrueTypeFont font;
  private final CmapLookup characters;
  private final double unitsPerEm;
  private final Map<Integer, String> outlines = new ConcurrentHashMap<>();

  private LabelFont(byte[] file) throws IOException {
    this.file = file;
    this.font = new TTFParser().parse(new RandomAccessReadBuffer(file));
    this.characters = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  static LabelFont load() {
    try (InputStream in = LabelFont.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its font " + FILE);
      }
      return new LabelFont(in.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException("the font " + FILE + " cannot be read", broken);
    }
  }

  InputStream stream() {
    return new ByteArrayInputStream(file);
  }

  /// The text with a square for every character that the font lacks.
  String printable(String text) {
    return text.codePoints()
        .map(one -> has(one) ? one : STAND_IN)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  boolean has(int character) {
    return characters.getGlyphId(character) != 0;
  }

  /// Width of a text set in size 1.
  synchronized double width(String text) {
    return text.codePoints().map(characters::getGlyphId).mapToDouble(this::advance).sum();
  }

  private double advance(int glyph) {
    try {
      return font.getAdvanceWidth(glyph) / unitsPerEm;
    } catch (IOException broken) {
      throw new UncheckedIOException("glyph " + glyph + " of the label font", broken);
    }
  }

  double advanceOf(int character) {
    return advance(characters.getGlyphId(character));
  }

  /// Outline of a character as SVG path data, size 1, the baseline at 0, y downwards.
  String outline(int character) {
    return outlines.computeIfAbsent(character, this::draw);
  }

  private synchronized String draw(int character) {
    try {
      GlyphData glyph = font.getGlyph().getGlyph(characters.getGlyphId(character));
      return glyph == null ? "" : pathData(glyph.getPath());
    } catch (IOException broken) {
      throw new UncheckedIOException("character " + character + " of the label font", broken);
    }
  }

  private String pathData(GeneralPath path) {
    StringBuilder data = new StringBuilder();
    double[] at = new double[6];
    for (PathIterator walk = path.getPathIterator(null); !walk.isDone(); walk.next()) {
      switch (walk.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> append(data, 'M', at, 1);
        case PathIterator.SEG_LINETO -> append(data, 'L', at, 1);
        case PathIterator.SEG_QUADTO -> append(data, 'Q', at, 2);
        case PathIterator.SEG_CUBICTO -> append(data, 'C', at, 3);
        default -> data.append('Z');
      }
    }
    return data.toString();
  }

  private void append(StringBuilder data, char command, double[] at, int points) {
    data.append(command);
    for (int n = 0; n < points; n++) {
      data.append(
          String.format(
              Locale.ROOT,
              "%s%.3f %.3f",
              n == 0 ? "" : " ",
              at[2 * n] / unitsPerEm,
              -at[2 * n + 1] / unitsPerEm));
    }
  }
}
