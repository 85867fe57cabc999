package org.citygrid.data.day;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.citygrid.data.Catalogues;
import org.citygrid.data.town.Unit;
import org.jspecify.annotations.Nullable;

/// What is reported and who handles it: the mix of 2,594 cases filed in a period in one district of
/// Chengdu, with components at 5.5 % of all.
public final class CaseMix {

  static final double COMPONENT_PART = 0.055;
  static final String COMPONENT = "component";
  static final String EVENT = "event";

  /// A condition of a class, with its handling limit.
  record Condition(String id, String classCode, String words, int limit, String unit) {}

  private record Weighted(String classCode, int weight) {}

  // @formatter:off
  private static final List<Weighted> EVENTS =
      List.of(
          event("0410", 613),
          event("0207", 367),
          event("0136", 307),
          event("0110", 275),
          event("0107", 191),
          event("0401", 184),
          event("0201", 107),
          event("0192", 102),
          event("0112", 90),
          event("0405", 71),
          event("0103", 55),
          event("0406", 45),
          event("0111", 44),
          event("0404", 28),
          event("0135", 23),
          event("0118", 21),
          event("0113", 12),
          event("0114", 9),
          event("0301", 9),
          event("0302", 7),
          event("0117", 8),
          event("0120", 6),
          event("0129", 6),
          event("0128", 5),
          event("0506", 4),
          event("0508", 3),
          event("0503", 2));
  // @formatter:on

  private static final int EVENT_WEIGHT = EVENTS.stream().mapToInt(Weighted::weight).sum();

  private final Map<String, List<Condition>> conditions = new HashMap<>();

  CaseMix() {
    for (var row : Catalogues.rows(Catalogues.HANDLING_LIMITS)) {
      if (Catalogues.CURRENT_EDITION.equals(row.get("edition"))
          && String.valueOf(row.get("source")).startsWith("Yuncheng")) {
        var condition =
            new Condition(
                String.valueOf(row.get("id")),
                String.valueOf(row.get("class_code")),
                String.valueOf(row.get("condition_zh")),
                Integer.parseInt(String.valueOf(row.get("limit_value"))),
                String.valueOf(row.get("limit_unit")));
        conditions
            .computeIfAbsent(row.get("kind") + condition.classCode(), _ -> new ArrayList<>())
            .add(condition);
      }
    }
  }

  /// An event class by its weight.
  public static String eventClass(RandomGenerator random) {
    int left = random.nextInt(EVENT_WEIGHT);
    for (Weighted event : EVENTS) {
      left -= event.weight();
      if (left < 0) {
        return event.classCode();
      }
    }
    return EVENTS.getFirst().classCode();
  }

  boolean hasCondition(String kind, String classCode) {
    return conditions.containsKey(kind + classCode);
  }

  /// One of the class's conditions; the first ones are the common ones.
  ///
  /// @throws IllegalArgumentException if the class has none
  Condition condition(String kind, String classCode, RandomGenerator random) {
    List<Condition> choices = conditions.get(kind + classCode);
    if (choices == null) {
      throw new IllegalArgumentException("no condition for " + kind + " " + classCode);
    }
    return choices.get((int) (choices.size() * random.nextDouble() * random.nextDouble()));
  }

  /// The department for a case: the component's maintenance unit, or by the event's class.
  public static String unitFor(String kind, String classCode, @Nullable String maintenanceUnit) {
    if (kind.equals(COMPONENT)) {
      return maintenanceUnit == null ? Unit.TOWN : maintenanceUnit;
    }
    return switch (classCode) {
      case "0110", "0111", "0112", "0114", "0118", "0120", "0135", "0137", "0192", "0193" ->
          Unit.SANITATION;
      case "0117", "0119", "0121", "0122", "0179", "0191" -> Unit.GARDENS;
      case "0113", "0103", "0505", "0506", "0507" -> Unit.MUNICIPAL;
      case "0125", "0126", "0127", "0181", "0182" -> Unit.WATERWAYS;
      case "0501" -> Unit.WATER;
      case "0502" -> Unit.GAS;
      case "0503" -> Unit.DRAINAGE;
      case "0508", "0180" -> Unit.TELECOM;
      default -> classCode.startsWith("03") ? Unit.CONSTRUCTION : Unit.ENFORCEMENT;
    };
  }

  private static Weighted event(String classCode, int weight) {
    return new Weighted(classCode, weight);
  }
}
