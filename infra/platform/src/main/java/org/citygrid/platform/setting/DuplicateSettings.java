package org.citygrid.platform.setting;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What counts as the same matter reported twice (`citygrid.duplicates.*`): at the door, where the
/// reporter is asked, and at the desk, where the acceptor decides.
///
/// @param metres within which the same class is suspected to be the same thing
/// @param window within which time of the earlier observation
/// @param sameGrid only within one duty grid
/// @param classes other distances and times by kind and class code, such as `component-0101.metres:
///   5`
@ConfigurationProperties("citygrid.duplicates")
public record DuplicateSettings(
    @DefaultValue("50") double metres,
    @DefaultValue("24h") Duration window,
    @DefaultValue("true") boolean sameGrid,
    @DefaultValue Map<String, OfClass> classes) {

  private static final double FARTHEST = 5_000;

  /// What differs for one class; what is left out is as for all.
  public record OfClass(@Nullable Double metres, @Nullable Duration window) {}

  /// How near and how soon another report of the class must be.
  public record Reach(double metres, Duration window) {}

  public DuplicateSettings {
    check("citygrid.duplicates", metres, window);
    for (var one : classes.entrySet()) {
      var name = "citygrid.duplicates.classes." + one.getKey();
      if (!one.getKey().matches("(component|event)-\\d{4}")) {
        throw new WrongSetting(name, one.getKey(), "name a class such as component-0101");
      }
      var other = one.getValue();
      check(
          name,
          other.metres() == null ? metres : other.metres(),
          other.window() == null ? window : other.window());
    }
    classes = Map.copyOf(classes);
  }

  /// @param kind `component` or `event`
  public Reach reach(String kind, String classCode) {
    var other = classes.get(kind + "-" + classCode);
    return other == null
        ? new Reach(metres, window)
        : new Reach(
            other.metres() == null ? metres : other.metres(),
            other.window() == null ? window : other.window());
  }

  private static void check(String name, double metres, Duration window) {
    if (!(metres >= 0 && metres <= FARTHEST)) {
      throw new WrongSetting(name + ".metres", "" + metres, "give 0 to 5000");
    }
    if (window.isNegative()) {
      throw new WrongSetting(name + ".window", window.toString(), "give a time such as 24h");
    }
  }
}
