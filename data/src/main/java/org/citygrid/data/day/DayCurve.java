package org.citygrid.data.day;

/// How reports spread over the hours of a day, local time: two peaks, a lunch break, quiet nights.
final class DayCurve {

  private static final double[] WEIGHT = {
    0.3, 0.2, 0.1, 0.1, 0.2, 0.6, 1.5, 4.0, 8.5, 10.5, 10.0, 8.0, 4.0, 5.0, 8.5, 9.5, 9.0, 7.0, 4.5,
    3.5, 2.5, 1.5, 0.8, 0.5
  };
  private static final double SUM = sum();

  private DayCurve() {}

  /// The second of the day before which a part `chance` (0 to 1) of all reports has come.
  static int secondOfDay(double chance) {
    double left = chance * SUM;
    for (int hour = 0; hour < 24; hour++) {
      if (left < WEIGHT[hour]) {
        return (int) ((hour + left / WEIGHT[hour]) * 3600);
      }
      left -= WEIGHT[hour];
    }
    return 86_399;
  }

  /// How much busier than the day's mean this hour is; 1 is the mean.
  static double intensity(int hour) {
    return WEIGHT[hour] * 24 / SUM;
  }

  private static double sum() {
    double sum = 0;
    for (double weight : WEIGHT) {
      sum += weight;
    }
    return sum;
  }
}
