package org.citygrid.bench;

import java.util.Locale;

/// Numbers for people: three figures that count, thousands apart.
final class Words {
  private Words() {}

  static String number(double value) {
    double size = Math.abs(value);
    String form = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, form, value);
  }

  static String range(Series series) {
    return number(series.least()) + " to " + number(series.greatest());
  }
}
