package org.citygrid.intake.contact;

import org.jspecify.annotations.Nullable;

/// Contact data with so much left that one knows there is some, and whose of several it is.
final class Mask {
  private static final int LONG = 10;

  private Mask() {}

  /// The first letter: `陈**`.
  static @Nullable String name(@Nullable String name) {
    return name == null ? null : first(name) + "**";
  }

  /// Three digits before and four after: `138****0000`; of a short number only the last two.
  static @Nullable String phone(@Nullable String phone) {
    if (phone == null) {
      return null;
    }
    String digits = phone.replaceAll("\\D", "");
    return digits.length() > LONG
        ? digits.substring(0, 3) + "****" + digits.substring(digits.length() - 4)
        : "****" + digits.substring(Math.max(0, digits.length() - 2));
  }

  /// The first letter and the host: `c***@example.org`.
  static @Nullable String email(@Nullable String email) {
    return email == null ? null : first(email) + "***" + email.substring(email.indexOf('@'));
  }

  private static String first(String text) {
    return text.substring(0, text.offsetByCodePoints(0, 1));
  }
}
