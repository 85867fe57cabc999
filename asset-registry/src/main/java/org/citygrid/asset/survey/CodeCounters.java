package org.citygrid.asset.survey;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.citygrid.asset.ClassCode;
import org.citygrid.asset.register.CodesExhausted;

/// The numbers of codes, counted in memory while an empty register fills: those that a survey
/// brings along and those that it is given. For one thread.
final class CodeCounters {
  private static final int GREATEST = 999_999;
  private static final long MOST_BITS = 128L << 23;

  private record Pair(String county, String classCode) {}

  /// A run of numbers that a county gave a town.
  static final class Block {
    private final int first;
    private final int last;
    private final boolean isNew;
    private final int issuedBefore;
    private int issued;

    Block(int first, int last, int issued, boolean isNew) {
      this.first = first;
      this.last = last;
      this.issued = issued;
      this.isNew = isNew;
      this.issuedBefore = issued;
    }

    int first() {
      return first;
    }

    int issued() {
      return issued;
    }

    int issuedBefore() {
      return issuedBefore;
    }

    boolean isNew() {
      return isNew;
    }

    private boolean isSameAs(Block now) {
      return !isNew && first == now.first && last == now.last && issuedBefore == now.issuedBefore;
    }
  }

  private static final class Numbers {
    private final List<Block> blocks = new ArrayList<>(1);
    private final BitSet taken = new BitSet();
    private final BitSet ours = new BitSet();
  }

  /// The survey gives a number that another row was given already: it must be read whole first.
  static final class NumbersCross extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NumbersCross() {
      super(null, null, false, false);
    }
  }

  private final Map<Pair, Numbers> pairs = new HashMap<>();
  private long bits;

  /// A block as the database has it. Blocks of one county and class come in order.
  void add(String county, String classCode, int first, int last, int issued) {
    numbers(county, classCode).blocks.add(new Block(first, last, issued, false));
  }

  private Numbers numbers(String county, String classCode) {
    return pairs.computeIfAbsent(new Pair(county, classCode), _ -> new Numbers());
  }

  private Numbers open(String county, String classCode) {
    Numbers numbers = numbers(county, classCode);
    if (numbers.blocks.isEmpty()) {
      numbers.blocks.add(new Block(1, GREATEST, 0, true));
    }
    return numbers;
  }

  /// Uses a code up that the survey brought along.
  ///
  /// @return false when an earlier row has it
  /// @throws NumbersCross when an earlier row was given it
  boolean take(String code) {
    Numbers numbers = open(code.substring(0, 6), code.substring(6, 10));
    int number = Integer.parseInt(code, 10, 16, 10);
    if (numbers.taken.get(number)) {
      if (numbers.ours.get(number)) {
        throw new NumbersCross();
      }
      return false;
    }
    mark(numbers, number);
    for (Block block : numbers.blocks) {
      if (number >= block.first && number <= block.last && number > block.issued) {
        block.issued = number;
      }
    }
    return true;
  }

  /// Gives the next code.
  ///
  /// @throws CodesExhausted when the county's blocks of this class are full
  String next(String county, String classCode) {
    Numbers numbers = open(county, classCode);
    for (Block block : numbers.blocks) {
      if (block.issued < block.last) {
        int number = ++block.issued;
        mark(numbers, number);
        numbers.ours.set(number);
        return code(county, classCode, number);
      }
    }
    throw new CodesExhausted(county, new ClassCode(classCode));
  }

  private void mark(Numbers numbers, int number) {
    int before = numbers.taken.size();
    numbers.taken.set(number);
    bits += numbers.taken.size() - before;
    if (bits > MOST_BITS) {
      throw new NumbersCross();
    }
  }

  private static String code(String county, String classCode, int number) {
    String digits = Integer.toString(GREATEST + 1 + number);
    return county + classCode + digits.substring(1);
  }

  /// Whether nobody else took a number since these were read.
  ///
  /// @param now what the database has now
  boolean isBasedOn(CodeCounters now) {
    return now.pairs.entrySet().stream()
        .allMatch(entry -> {
          Numbers mine = pairs.get(entry.getKey());
          List<Block> theirs = entry.getValue().blocks;
          return mine != null
              && mine.blocks.size() == theirs.size()
              && IntStream.range(0, theirs.size())
                  .allMatch(i -> mine.blocks.get(i).isSameAs(theirs.get(i)));
        });
  }

  /// Tells every block.
  void forEach(Told told) {
    pairs.forEach((pair, numbers) ->
        numbers.blocks.forEach(block -> told.tell(pair.county(), pair.classCode(), block)));
  }

  @FunctionalInterface
  interface Told {
    void tell(String county, String classCode, Block block);
  }
}
