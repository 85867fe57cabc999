package org.citygrid.dispatch.evaluation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.citygrid.dispatch.evaluation.scheme.Scheme;
import org.jspecify.annotations.Nullable;

/// What the reader of a file has to know beside the table: the days, when it was made, the scheme
/// with its weights and formulas, what appeals changed later. Lines of a label and what belongs to
/// it; weights are numbers.
final class SheetNotes {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Sheet sheet;
  private final boolean zh;
  private final ZoneId zone;
  private final List<List<Object>> lines = new ArrayList<>();

  private SheetNotes(Sheet sheet, boolean zh, ZoneId zone) {
    this.sheet = sheet;
    this.zh = zh;
    this.zone = zone;
  }

  static List<List<Object>> of(Sheet sheet, boolean zh, ZoneId zone) {
    var notes = new SheetNotes(sheet, zh, zone);
    notes.period();
    notes.result();
    notes.manner();
    notes.scheme();
    notes.rates();
    notes.corrections();
    return notes.lines;
  }

  private void period() {
    var days = sheet.period();
    line("评价对象", "Evaluated", SheetTable.in(sheet.ofName(), zh));
    line("评价周期", "Period", days.from() + " – " + days.to());
    line("统计截至", "Counted through", days.through().toString());
  }

  private void result() {
    var result = sheet.result();
    if (result == null) {
      line("制表时间", "Made", time(sheet.asOf()));
      return;
    }
    line("版本", "Version", Integer.toString(result.version()));
    line("冻结时间", "Frozen", time(result.frozenAt()), result.frozenBy());
    if (result.publishedAt() != null && result.publishedBy() != null) {
      line("发布时间", "Published", time(result.publishedAt()), result.publishedBy());
    }
    if (result.note() != null) {
      line("备注", "Note", result.note());
    }
  }

  private void manner() {
    boolean in = sheet.settings().suspended().equals("in");
    boolean full = sheet.settings().zeroOverZero().equals("full");
    line("挂起案件", "Suspended cases", in ? in("计入", "counted") : in("不计入", "left out"));
    line(
        "0 ÷ 0",
        "0 ÷ 0",
        full
            ? in("得满分", "takes full marks")
            : in("不计分，其余指标权重相应提高", "is left out; the other parts weigh more"));
  }

  private void scheme() {
    var scheme = sheet.scheme();
    if (scheme == null) {
      return;
    }
    line("评价办法", "Scheme", SheetTable.in(scheme.name(), zh), scheme.code());
    line("施行日期", "In force from", scheme.validFrom().toString());
    line("评分指标", "Part", in("权重", "Weight"), in("算法", "Formula"), in("计分", "Points"));
    scheme
        .parts()
        .forEach(part ->
            lines.add(
                List.of(
                    SheetTable.in(part.name(), zh),
                    part.weight(),
                    SheetTable.in(part.formula(), zh),
                    points(part))));
    scheme
        .deductions()
        .forEach(one ->
            lines.add(
                List.of(
                    SheetTable.in(one.name(), zh),
                    -one.each(),
                    in("每次扣分", "taken off each time"))));
  }

  private String points(Sheet.PartWords part) {
    return switch (Scheme.Points.valueOf(part.points().toUpperCase(java.util.Locale.ROOT))) {
      case RATE -> in("比率 × 100", "rate × 100");
      case COMPLEMENT -> in("（1 − 比率）× 100", "(1 − rate) × 100");
      case BAND ->
          Objects.requireNonNull(part.bands()).stream()
              .map(this::band)
              .collect(Collectors.joining(in("；", "; ")));
      case STEP ->
          in(
                  "比率达到 %s 得满分，每低一个百分点扣 %s 分",
                  "full from a rate of %s; %s off for each percentage point below")
              .formatted(
                  new SheetTable.Share(Objects.requireNonNull(part.from())).words(), part.off());
    };
  }

  private String band(Scheme.Band band) {
    return (band.upTo() == null ? in("其余", "above") : "≤ " + band.upTo()) + " → " + band.points();
  }

  private void rates() {
    line("指标", "Rate", in("公式", "Formula"));
    sheet
        .indicators()
        .forEach(one ->
            lines.add(List.of(SheetTable.in(one.name(), zh), SheetTable.in(one.formula(), zh))));
  }

  private void corrections() {
    var corrections = sheet.corrections();
    if (corrections == null || corrections.isEmpty()) {
      return;
    }
    line("申诉更正", "Corrected since", in("得分", "Score"), in("时间", "At"), in("案件", "Cases"));
    corrections.forEach(one ->
        lines.add(
            List.of(
                SheetTable.in(one.name(), zh),
                score(one.score().was()) + " → " + score(one.score().now()),
                time(one.at()),
                String.join(", ", one.cases()))));
  }

  private static String score(@Nullable Double score) {
    return score == null ? "–" : score.toString();
  }

  private String time(Instant at) {
    return MINUTE.format(at.atZone(zone));
  }

  private String in(String chinese, String english) {
    return zh ? chinese : english;
  }

  private void line(String chinese, String english, Object... rest) {
    var line = new ArrayList<Object>(List.of(in(chinese, english)));
    line.addAll(List.of(rest));
    lines.add(line);
  }
}
