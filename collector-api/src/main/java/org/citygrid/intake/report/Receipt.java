package org.citygrid.intake.report;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The code by which a reporter follows a report. Whoever has it may look, so it cannot be guessed
/// (75 random bits), and it can be read aloud: Crockford's base 32, without I, L, O and U.
///
/// @param code three groups of five, such as `R7K4M-2XW9D-0QSTV`
public record Receipt(String code) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 15;
  private static final int GROUP = 5;

  /// Asks the source once: a secure one takes its time for each answer.
  ///
  /// @param random a secure source
  public static Receipt draw(RandomGenerator random) {
    byte[] bits = new byte[LENGTH];
    random.nextBytes(bits);
    StringBuilder symbols = new StringBuilder(LENGTH);
    for (byte five : bits) {
      symbols.append(ALPHABET.charAt(five & ALPHABET.length() - 1));
    }
    return grouped(symbols.toString());
  }

  /// Understands what people type: either case, any blanks and hyphens, O for 0, I and L for 1.
  public static Optional<Receipt> read(String typed) {
    if (typed.length() > 60) {
      return Optional.empty();
    }
    String symbols =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\-‐–—]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean good =
        symbols.length() == LENGTH && symbols.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return good ? Optional.of(grouped(symbols)) : Optional.empty();
  }

  private static Receipt grouped(String symbols) {
    return new Receipt(
        symbols.substring(0, GROUP)
            + "-"
            + symbols.substring(GROUP, 2 * GROUP)
            + "-"
            + symbols.substring(2 * GROUP));
  }
}
