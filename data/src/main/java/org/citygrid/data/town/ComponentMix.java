package org.citygrid.data.town;

import static org.citygrid.data.town.ComponentMix.Where.CORNER;
import static org.citygrid.data.town.ComponentMix.Where.KERB;
import static org.citygrid.data.town.ComponentMix.Where.PAVEMENT;
import static org.citygrid.data.town.ComponentMix.Where.ROADWAY;
import static org.citygrid.data.town.ComponentMix.Where.YARD;
import static org.citygrid.data.town.Unit.*;

import java.util.List;
import org.citygrid.data.town.Component.Dimension;

/// Which components a town has, how many of each in proportion, and where they stand. The
/// proportions are plausible, not counted anywhere.
///
/// @param classCode 4 digits of the current edition
/// @param share of all components, in thousandths before scaling
/// @param mainWeight how much denser along main streets than along side streets
/// @param specs one is chosen for each thing
/// @param low smallest value of each dimension
record ComponentMix(
    String classCode,
    double share,
    double mainWeight,
    Where where,
    String competentUnit,
    String ownerUnit,
    String maintenanceUnit,
    List<String> specs,
    List<Measure> measures) {

  /// Distance from the kerb, and so from the middle of the street.
  enum Where {
    ROADWAY(0.45),
    KERB(0.95),
    PAVEMENT(1.2),
    CORNER(1.1),
    YARD(0);

    /// As a part of half the street's width.
    final double offset;

    Where(double offset) {
      this.offset = offset;
    }
  }

  /// A dimension between two values, in steps.
  record Measure(String name, double low, double high, double step, String unit) {
    Dimension pick(double chance) {
      long steps = Math.round((high - low) / step);
      double value = low + step * Math.min(steps, (long) (chance * (steps + 1)));
      return new Dimension(name, Math.round(value * 1000) / 1000.0, unit);
    }
  }

  private static final List<Measure> COVER =
      List.of(m("diameter", 600, 800, 100, "mm"), m("thickness", 80, 120, 20, "mm"));
  private static final List<Measure> GRATE =
      List.of(m("length", 500, 750, 50, "mm"), m("width", 300, 450, 50, "mm"));
  private static final List<Measure> POLE = List.of(m("height", 8, 12, 1, "m"));
  private static final List<Measure> SIGN =
      List.of(m("width", 600, 1400, 200, "mm"), m("height", 2.2, 3.2, 0.2, "m"));
  private static final List<Measure> BOX =
      List.of(m("width", 800, 1600, 100, "mm"), m("height", 1.2, 1.8, 0.1, "m"));
  private static final List<String> IRON =
      List.of("球墨铸铁 D400", "球墨铸铁 C250", "复合材料 C250", "钢筋混凝土 B125");

  // @formatter:off  the columns are the meaning
  static final List<ComponentMix> ALL =
      List.of(
          mix(
              "0137",
              140,
              1.3,
              KERB,
              MUNICIPAL,
              LIGHTING,
              LIGHTING,
              List.of("LED 120W", "LED 180W", "高压钠灯 250W"),
              List.of(m("height", 8, 12, 2, "m"), m("power", 120, 250, 10, "W"))),
          mix(
              "0402",
              140,
              1.2,
              PAVEMENT,
              GARDENS,
              GARDENS,
              GARDENS,
              List.of("小叶榕", "樟树", "宫粉紫荆", "大叶紫薇", "秋枫"),
              List.of(m("trunkDiameter", 120, 480, 10, "mm"), m("height", 4, 14, 0.5, "m"))),
          mix("0102", 90, 1.0, ROADWAY, MUNICIPAL, DRAINAGE, DRAINAGE, IRON, COVER),
          mix("0104", 90, 1.2, KERB, MUNICIPAL, DRAINAGE, DRAINAGE, List.of("球墨铸铁", "复合材料"), GRATE),
          mix("0103", 80, 1.1, ROADWAY, MUNICIPAL, DRAINAGE, DRAINAGE, IRON, COVER),
          mix("0101", 60, 1.0, PAVEMENT, WATERWAYS, WATER, WATER, IRON, COVER),
          mix("0107", 50, 1.1, PAVEMENT, TOWN, TELECOM, TELECOM, IRON, COVER),
          mix(
              "0106",
              46,
              1.3,
              PAVEMENT,
              MUNICIPAL,
              LIGHTING,
              LIGHTING,
              List.of("复合材料 B125"),
              GRATE),
          mix(
              "0305",
              45,
              1.2,
              PAVEMENT,
              SANITATION,
              SANITATION,
              SANITATION,
              List.of("双桶分类", "单桶", "240L 塑料桶"),
              List.of(m("volume", 60, 240, 60, "L"))),
          mix("0105", 35, 1.0, PAVEMENT, TOWN, POWER, POWER, IRON, GRATE),
          mix("0213", 25, 2.5, KERB, TRAFFIC, TRAFFIC, TRAFFIC, List.of("警告", "禁令", "指示"), SIGN),
          mix("0130", 20, 0.6, KERB, TOWN, POWER, POWER, List.of("水泥杆", "钢杆"), POLE),
          mix("0111", 20, 1.0, ROADWAY, CONSTRUCTION, GAS, GAS, IRON, COVER),
          mix(
              "0221",
              20,
              1.5,
              PAVEMENT,
              MUNICIPAL,
              MUNICIPAL,
              MUNICIPAL,
              List.of("石材", "不锈钢"),
              List.of(m("height", 0.6, 1, 0.1, "m"))),
          mix("0131", 15, 0.6, KERB, TOWN, TELECOM, TELECOM, List.of("水泥杆", "木杆"), POLE),
          mix(
              "0497",
              15,
              1.6,
              PAVEMENT,
              GARDENS,
              GARDENS,
              GARDENS,
              List.of("铸铁", "树脂"),
              List.of(m("width", 1000, 1500, 100, "mm"))),
          mix("0118", 15, 1.0, YARD, SANITATION, TOWN, SANITATION, IRON, COVER),
          mix(
              "0124",
              12,
              1.0,
              PAVEMENT,
              TOWN,
              WATER,
              WATER,
              List.of("SS100/65 室外消火栓", "SS150/80 室外消火栓"),
              List.of(m("height", 0.5, 0.8, 0.1, "m"))),
          mix(
              "0150",
              12,
              1.6,
              KERB,
              TOWN,
              TOWN,
              TELECOM,
              List.of("球机", "枪机"),
              List.of(m("height", 4, 7, 0.5, "m"))),
          mix(
              "0217",
              12,
              4.0,
              ROADWAY,
              TRAFFIC,
              TRAFFIC,
              TRAFFIC,
              List.of("锌钢护栏"),
              List.of(m("length", 10, 60, 5, "m"), m("height", 0.8, 1.2, 0.1, "m"))),
          mix("0108", 10, 1.0, PAVEMENT, TOWN, TELECOM, TELECOM, IRON, GRATE),
          mix(
              "0127",
              10,
              1.0,
              PAVEMENT,
              TOWN,
              TELECOM,
              TELECOM,
              List.of("光缆交接箱 288 芯", "光缆交接箱 576 芯"),
              BOX),
          mix(
              "0405",
              10,
              1.8,
              PAVEMENT,
              GARDENS,
              GARDENS,
              GARDENS,
              List.of("玻璃钢花钵", "防腐木花箱"),
              List.of(m("diameter", 500, 1200, 100, "mm"))),
          mix("0212", 8, 1.2, CORNER, TOWN, TOWN, MUNICIPAL, List.of("T 型路名牌"), SIGN),
          mix("0128", 8, 1.0, PAVEMENT, TOWN, POWER, POWER, List.of("环网柜", "电缆分支箱"), BOX),
          mix(
              "0407",
              6,
              1.5,
              PAVEMENT,
              GARDENS,
              GARDENS,
              GARDENS,
              List.of("防腐木长椅", "石材长椅"),
              List.of(m("length", 1.2, 1.8, 0.1, "m"))),
          mix(
              "0225",
              6,
              1.6,
              PAVEMENT,
              ENFORCEMENT,
              TOWN,
              ENFORCEMENT,
              List.of("划线停放点"),
              List.of(m("length", 5, 20, 1, "m"))),
          mix(
              "0214",
              5,
              5.0,
              CORNER,
              TRAFFIC,
              TRAFFIC,
              TRAFFIC,
              List.of("机动车信号灯", "人行信号灯"),
              List.of(m("height", 3, 6.5, 0.5, "m"))),
          mix("0306", 5, 2.5, PAVEMENT, ENFORCEMENT, TOWN, ENFORCEMENT, List.of("灯箱", "立柱"), SIGN),
          mix(
              "0204",
              4,
              5.0,
              PAVEMENT,
              TOWN,
              TRANSIT,
              TRANSIT,
              List.of("候车亭", "站牌"),
              List.of(m("length", 1, 12, 1, "m"))),
          mix(
              "0409",
              4,
              1.0,
              YARD,
              GARDENS,
              GARDENS,
              GARDENS,
              List.of("喷灌设施", "园灯"),
              List.of(m("height", 0.5, 3.5, 0.5, "m"))),
          mix(
              "0146",
              3,
              1.0,
              YARD,
              TOWN,
              TOWN,
              TOWN,
              List.of("漫步机", "单杠", "扭腰器"),
              List.of(m("height", 1.2, 2.4, 0.2, "m"))),
          mix(
              "0154",
              3,
              1.0,
              YARD,
              TOWN,
              POWER,
              POWER,
              List.of("交流 7kW", "直流 60kW"),
              List.of(m("power", 7, 60, 53, "kW"))),
          mix("0149", 2, 1.0, YARD, CONSTRUCTION, GAS, GAS, List.of("楼栋调压箱"), BOX),
          mix(
              "0308",
              2,
              1.0,
              YARD,
              TOWN,
              TOWN,
              TOWN,
              List.of("不锈钢宣传栏"),
              List.of(m("length", 2, 6, 0.5, "m"))),
          mix(
              "0301",
              0.6,
              1.0,
              YARD,
              SANITATION,
              SANITATION,
              SANITATION,
              List.of("二类", "三类"),
              List.of(m("area", 30, 90, 5, "m²"))));
  // @formatter:on

  static final double SHARES = ALL.stream().mapToDouble(ComponentMix::share).sum();

  private static ComponentMix mix(
      String classCode,
      double share,
      double mainWeight,
      Where where,
      String competent,
      String owner,
      String maintenance,
      List<String> specs,
      List<Measure> measures) {
    return new ComponentMix(
        classCode, share, mainWeight, where, competent, owner, maintenance, specs, measures);
  }

  private static Measure m(String name, double low, double high, double step, String unit) {
    return new Measure(name, low, high, step, unit);
  }
}
