package org.citygrid.asset.column;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citygrid.asset.Kind;
import org.citygrid.asset.ThingClass;
import org.citygrid.platform.identity.Unit;
import org.jspecify.annotations.Nullable;

/// The words that a survey may use instead of our codes: names of units and classes, states in
/// Chinese. A name that two bear means neither.
public final class Vocabulary {
  private static final Map<String, String> STATES =
      Map.ofEntries(
          Map.entry("完好", "intact"),
          Map.entry("正常", "intact"),
          Map.entry("良好", "intact"),
          Map.entry("使用", "intact"),
          Map.entry("在用", "intact"),
          Map.entry("破损", "damaged"),
          Map.entry("损坏", "damaged"),
          Map.entry("丢失", "lost"),
          Map.entry("缺失", "lost"),
          Map.entry("废弃", "abandoned"),
          Map.entry("停用", "abandoned"),
          Map.entry("移除", "moved_away"),
          Map.entry("拆除", "moved_away"),
          Map.entry("迁移", "moved_away"),
          Map.entry("good", "intact"),
          Map.entry("active", "intact"),
          Map.entry("missing", "lost"),
          Map.entry("removed", "moved_away"));

  private final Set<String> unitCodes = new HashSet<>();
  private final Map<String, String> unitsByName = new HashMap<>();
  private final Map<String, String> classesByName = new HashMap<>();

  public Vocabulary(List<Unit> units, List<ThingClass> classes) {
    Set<String> twice = new HashSet<>();
    for (Unit unit : units) {
      unitCodes.add(unit.code());
      name(unitsByName, twice, unit.name().zh(), unit.code());
      name(unitsByName, twice, unit.name().en(), unit.code());
    }
    twice.forEach(unitsByName::remove);
    twice.clear();
    for (ThingClass one : classes) {
      if (one.kind() == Kind.COMPONENT) {
        name(classesByName, twice, one.name().zh(), one.code());
        name(classesByName, twice, one.name().en(), one.code());
      }
    }
    twice.forEach(classesByName::remove);
  }

  private static void name(Map<String, String> codes, Set<String> twice, String name, String code) {
    @Nullable String other = codes.put(name, code);
    if (other != null && !other.equals(code)) {
      twice.add(name);
    }
  }

  /// The code of what `text` names; `text` itself where it names nothing that we know.
  String translate(SurveyField field, String text) {
    return switch (field) {
      case OWNER_UNIT, COMPETENT_UNIT, MAINTENANCE_UNIT ->
          unitCodes.contains(text) ? text : unitsByName.getOrDefault(text, text);
      case CLASS_CODE -> classCode(text);
      case STATE -> STATES.getOrDefault(text, text);
      case SINCE -> Days.iso(text);
      default -> text;
    };
  }

  /// A spreadsheet makes 137 of 0137.
  private String classCode(String text) {
    boolean threeDigits = text.length() == 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return threeDigits ? "0" + text : classesByName.getOrDefault(text, text);
  }
}
