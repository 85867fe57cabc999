package org.citygrid.ogc.cql2;

import java.util.Optional;
import java.util.stream.Stream;

/// How two values are compared; the sign is the same in CQL2 text, CQL2 JSON and SQL.
public enum Comparison {
  EQUAL("="),
  UNEQUAL("<>"),
  LESS("<"),
  AT_MOST("<="),
  GREATER(">"),
  AT_LEAST(">=");

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  String sign() {
    return sign;
  }

  static Optional<Comparison> find(String sign) {
    return Stream.of(values()).filter(one -> one.sign.equals(sign)).findFirst();
  }
}
