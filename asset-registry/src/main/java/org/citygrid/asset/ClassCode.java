package org.citygrid.asset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Code of a class: major class (大类) and minor class (小类), two digits each. The same digits mean
/// different things for components and events, and in different editions.
public record ClassCode(@JsonValue String value) implements Comparable<ClassCode> {
  @JsonCreator
  public ClassCode {
    if (!isClassCode(value)) {
      throw new IllegalArgumentException(
          "\"" + value + "\" is not a class code: four digits, major and minor class");
    }
  }

  public static boolean isClassCode(String text) {
    return text.length() == 4 && Digits.only(text);
  }

  public String major() {
    return value.substring(0, 2);
  }

  public String minor() {
    return value.substring(2);
  }

  @Override
  public int compareTo(ClassCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
