package org.citygrid.bench;

/// Rounds that are not counted, until the program is as fast as it is all day: its compiler needs
/// tens of thousands of rounds of the long way of a report, and a run that is measured before does
/// not tell what a server does that has been up since yesterday.
final class WarmUp {
  private static final double FASTER = 1.03;
  private static final int IN_VAIN = 2;

  private WarmUp() {}

  /// Ends when two rounds in a row were hardly faster than the best before them.
  ///
  /// @param least rounds in any case
  /// @param most rounds at most
  /// @param round its value is a rate
  /// @return how many rounds it took
  static int rounds(int least, int most, Comparison.Run round) throws Exception {
    double best = 0;
    int inVain = 0;
    int done = 0;
    while (done < least || (done < most && inVain < IN_VAIN)) {
      double rate = round.measure();
      inVain = rate > best * FASTER ? 0 : inVain + 1;
      best = Math.max(best, rate);
      done++;
    }
    return done;
  }
}
