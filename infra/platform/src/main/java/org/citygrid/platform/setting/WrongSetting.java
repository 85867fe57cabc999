package org.citygrid.platform.setting;

/// A setting that cannot be used; stops the start with one sentence instead of a stack trace.
public final class WrongSetting extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /// @param name the setting as written in YAML, such as `citygrid.town`
  /// @param value what was given
  /// @param remedy what to do, in the imperative
  public WrongSetting(String name, String value, String remedy) {
    super("The setting %s is \"%s\": %s.".formatted(name, value, remedy));
  }
}
