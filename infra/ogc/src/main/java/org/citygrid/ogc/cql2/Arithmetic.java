package org.citygrid.ogc.cql2;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be done with two numbers.
public enum Arithmetic {
  PLUS("+"),
  MINUS("-"),
  TIMES("*"),
  BY("/"),
  REMAINDER("%"),
  /// Division without remainder; SQL has a function for it.
  DIV("div"),
  POWER("^");

  private final String sign;

  Arithmetic(String sign) {
    this.sign = sign;
  }

  String sign() {
    return sign;
  }

  static Optional<Arithmetic> find(String sign) {
    String small = sign.toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(one -> one.sign.equals(small)).findFirst();
  }
}
