package org.citygrid.asset.column;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citygrid.asset.Dimension;
import org.citygrid.asset.attribute.Attribute;
import org.jspecify.annotations.Nullable;

/// A column that holds one dimension of each component. Its name in a mapping is `dim:height(m)`.
///
/// @param unit none for a text or a count
record DimensionColumn(String name, @Nullable String unit) {
  private static final Pattern WORD =
      Pattern.compile("dim:([a-zA-Z][a-zA-Z0-9]*)(?:\\(([^()]+)\\))?");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

  /// A heading such as 高度(m), 高度（米） or 直径_mm.
  private static final Pattern HEADING =
      Pattern.compile("([\\p{L}]+)\\s*(?:[(（_]\\s*([^()（）_]+)\\s*[)）]?)?");

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("毫米", "mm"),
          Map.entry("厘米", "cm"),
          Map.entry("米", "m"),
          Map.entry("公里", "km"),
          Map.entry("平方米", "m2"),
          Map.entry("升", "L"),
          Map.entry("立方米", "m3"),
          Map.entry("千克", "kg"),
          Map.entry("公斤", "kg"),
          Map.entry("吨", "t"),
          Map.entry("瓦", "W"),
          Map.entry("千瓦", "kW"),
          Map.entry("伏", "V"));

  private static final Map<String, String> WITH_UNIT =
      Map.ofEntries(
          Map.entry("直径", "diameter"),
          Map.entry("管径", "diameter"),
          Map.entry("长度", "length"),
          Map.entry("长", "length"),
          Map.entry("宽度", "width"),
          Map.entry("宽", "width"),
          Map.entry("高度", "height"),
          Map.entry("高", "height"),
          Map.entry("杆高", "height"),
          Map.entry("树高", "height"),
          Map.entry("深度", "depth"),
          Map.entry("厚度", "thickness"),
          Map.entry("面积", "area"),
          Map.entry("容积", "volume"),
          Map.entry("重量", "weight"),
          Map.entry("功率", "power"),
          Map.entry("电压", "voltage"),
          Map.entry("胸径", "trunkDiameter"),
          Map.entry("冠幅", "crownWidth"),
          Map.entry("diameter", "diameter"),
          Map.entry("length", "length"),
          Map.entry("width", "width"),
          Map.entry("height", "height"),
          Map.entry("depth", "depth"),
          Map.entry("power", "power"));

  private static final Map<String, String> WITHOUT_UNIT =
      Map.ofEntries(
          Map.entry("材质", "material"),
          Map.entry("材料", "material"),
          Map.entry("荷载等级", "loadClass"),
          Map.entry("承载等级", "loadClass"),
          Map.entry("颜色", "colour"),
          Map.entry("树种", "species"),
          Map.entry("型号", "model"),
          Map.entry("形状", "shape"),
          Map.entry("数量", "count"),
          Map.entry("灯头数", "lamps"),
          Map.entry("座位数", "seats"),
          Map.entry("material", "material"),
          Map.entry("loadclass", "loadClass"),
          Map.entry("colour", "colour"),
          Map.entry("color", "colour"),
          Map.entry("species", "species"),
          Map.entry("model", "model"));

  static Optional<DimensionColumn> find(String word) {
    Matcher parts = WORD.matcher(word);
    return parts.matches()
        ? Optional.of(new DimensionColumn(parts.group(1), parts.group(2)))
        : Optional.empty();
  }

  /// What a surveyor's heading seems to mean, in the trade's words or the catalogue's. A length
  /// without a unit means nothing.
  static Optional<DimensionColumn> guess(String heading, Map<String, Attribute> attributes) {
    Matcher parts = HEADING.matcher(heading.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String what = parts.group(1).toLowerCase(Locale.ROOT);
    @Nullable String unit = parts.group(2);
    Optional<Attribute> known = Optional.ofNullable(attributes.get(what));
    if (unit == null) {
      return Optional.ofNullable(WITHOUT_UNIT.get(what))
          .or(() -> known.filter(it -> it.units().isEmpty()).map(Attribute::name))
          .map(it -> new DimensionColumn(it, null));
    }
    String ours = UNITS.getOrDefault(unit.strip(), unit.strip());
    return Optional.ofNullable(WITH_UNIT.get(what))
        .or(() -> known.filter(it -> it.units().contains(ours)).map(Attribute::name))
        .map(it -> new DimensionColumn(it, ours));
  }

  String word() {
    return unit == null ? "dim:" + name : "dim:" + name + "(" + unit + ")";
  }

  void read(SurveyRow row, String cell) {
    String text = cell.strip();
    if (!text.isEmpty()) {
      Object value = NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
      row.add(new Dimension(name, value, unit));
    }
  }
}
