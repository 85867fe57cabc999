package org.citygrid.data.town;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The streets of a town: stretches of the lattice's lines. Every fifth to seventh line is a main
/// street; of the others some blocks are left out, so that not every cell is a street block.
final class StreetNet {

  private static final String NAMES_FIRST = "福禄康安和兴盛锦翠桂荔榕莲兰竹梅松柏云月星晨春秋";
  private static final String NAMES_SECOND = "华宁园泰丰景湾塘溪岗桥田圃埠坊亭台江荫远达和";

  /// One piece of a street between two crossings, seen from its start.
  ///
  /// @param across whether it runs along a row (west to east) rather than along a column
  record Piece(int col, int row, boolean across) {
    Block left() {
      return across ? new Block(col, row) : new Block(col - 1, row);
    }

    Block right() {
      return across ? new Block(col, row - 1) : new Block(col, row);
    }
  }

  /// Consecutive pieces under one name.
  record Run(String name, boolean main, List<Piece> pieces) {}

  private final Noise noise;
  private final Set<Block> blocks;
  private final int firstName;
  private final List<Run> runs = new ArrayList<>();

  private StreetNet(Noise noise, Collection<Block> blocks, int firstName) {
    this.noise = noise;
    this.blocks = new HashSet<>(blocks);
    this.firstName = firstName;
  }

  static List<Run> of(Noise noise, Collection<Block> blocks) {
    int minCol = blocks.stream().mapToInt(Block::col).min().orElseThrow();
    int maxCol = blocks.stream().mapToInt(Block::col).max().orElseThrow() + 1;
    int minRow = blocks.stream().mapToInt(Block::row).min().orElseThrow();
    int maxRow = blocks.stream().mapToInt(Block::row).max().orElseThrow() + 1;
    var net = new StreetNet(noise, blocks, noise.below(9973, minCol, minRow, 20));
    for (int row = minRow; row <= maxRow; row++) {
      net.followRow(row, minCol, maxCol);
    }
    for (int col = minCol; col <= maxCol; col++) {
      net.followColumn(col, minRow, maxRow);
    }
    return net.runs;
  }

  private void followRow(int row, int from, int to) {
    boolean main = isMain(row, 21);
    List<Piece> open = new ArrayList<>();
    for (int col = from; col <= to; col++) {
      extend(open, new Piece(col, row, true), main, col, row);
    }
    close(open, main);
  }

  private void followColumn(int col, int from, int to) {
    boolean main = isMain(col, 22);
    List<Piece> open = new ArrayList<>();
    for (int row = from; row <= to; row++) {
      extend(open, new Piece(col, row, false), main, row, col);
    }
    close(open, main);
  }

  private void extend(List<Piece> open, Piece piece, boolean main, int along, int line) {
    boolean inTown = blocks.contains(piece.left()) || blocks.contains(piece.right());
    boolean built =
        main || noise.unit(Math.floorDiv(along, 3), line, piece.across() ? 23 : 24) < 0.8;
    if (inTown && built) {
      open.add(piece);
    } else {
      close(open, main);
    }
  }

  private void close(List<Piece> open, boolean main) {
    if (!open.isEmpty()) {
      runs.add(new Run(name(runs.size(), main), main, List.copyOf(open)));
      open.clear();
    }
  }

  /// Lines 0, 6, 12 … each moved by at most one.
  private boolean isMain(int line, long salt) {
    int group = Math.floorDiv(line + 1, 6);
    return line == 6 * group + noise.below(3, group, 0, salt) - 1;
  }

  private String name(int index, boolean main) {
    int n = (firstName + index * 7) % (NAMES_FIRST.length() * NAMES_SECOND.length());
    char first = NAMES_FIRST.charAt(n % NAMES_FIRST.length());
    char second = NAMES_SECOND.charAt(n / NAMES_FIRST.length());
    String kind = main ? "大道" : List.of("路", "街", "巷").get(noise.below(3, index, 0, 25));
    int again = index * 7 / (NAMES_FIRST.length() * NAMES_SECOND.length());
    return "" + first + second + (again == 0 ? "" : "二三四五六七八九".charAt((again - 1) % 8)) + kind;
  }
}
