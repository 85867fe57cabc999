package org.citygrid.asset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/// Identity code of a component: county 6, major class 2, minor class 2, number 6; sixteen digits.
///
/// Numbers run from 1 within a county and minor class, and are never given again. The town is not
/// in the code: it follows from the place.
public record ComponentCode(@JsonValue String value) implements Comparable<ComponentCode> {
  /// The greatest number that a county can give within one class.
  public static final int GREATEST_NUMBER = 999_999;

  @JsonCreator
  public ComponentCode {
    if (!isComponentCode(value)) {
      throw new IllegalArgumentException(
          "\"%s\" is not a component code: county 6, class 4, number 6 digits, number from 1"
              .formatted(value));
    }
  }

  /// @param county division code of a county, 6 digits
  /// @param number 1 to [#GREATEST_NUMBER]
  public static ComponentCode of(String county, ClassCode classCode, int number) {
    if (number < 1 || number > GREATEST_NUMBER) {
      throw new IllegalArgumentException("component number " + number + " is not 1 to 999999");
    }
    return new ComponentCode(county + classCode.value() + String.format("%06d", number));
  }

  public static Optional<ComponentCode> find(String text) {
    return isComponentCode(text) ? Optional.of(new ComponentCode(text)) : Optional.empty();
  }

  public static boolean isComponentCode(String text) {
    return text.length() == 16
        && Digits.only(text)
        && text.charAt(0) != '0'
        && !text.endsWith("000000");
  }

  public String county() {
    return value.substring(0, 6);
  }

  public ClassCode classCode() {
    return new ClassCode(value.substring(6, 10));
  }

  public int number() {
    return Integer.parseInt(value.substring(10));
  }

  @Override
  public int compareTo(ComponentCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
