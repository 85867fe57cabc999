package org.citygrid.dispatch.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/// An evaluation as one table in one language, for files: rank, name, score and grade, then every
/// rate, then every count.
///
/// @param title what was evaluated, over which days, by which scheme
/// @param rows texts, whole numbers, scores (`Double`) and [Share]s; null where there is nothing
record SheetTable(
    String title, List<String> head, List<List<@Nullable Object>> rows, List<List<String>> scheme) {

  /// A rate from 0 to 1, shown as a percentage.
  record Share(double part) {
    String words() {
      return String.format(Locale.ROOT, "%.2f%%", part * 100);
    }
  }

  static SheetTable of(Sheet sheet, boolean zh) {
    var head = new ArrayList<>(List.of(zh ? "名次" : "Rank", zh ? "名称" : "Name"));
    head.addAll(List.of(zh ? "得分" : "Score", zh ? "等级" : "Grade"));
    sheet.indicators().forEach(one -> head.add(in(one.name(), zh)));
    sheet.counts().forEach(one -> head.add(in(one.name(), zh)));
    var rows = new ArrayList<List<@Nullable Object>>();
    sheet.items().forEach(item -> rows.add(row(sheet, item, zh)));
    return new SheetTable(title(sheet, zh), head, rows, scheme(sheet, zh));
  }

  private static String title(Sheet sheet, boolean zh) {
    var days = sheet.period().from() + " – " + sheet.period().to();
    var scheme = sheet.scheme();
    return in(sheet.ofName(), zh)
        + " "
        + days
        + (scheme == null ? "" : " · " + in(scheme.name(), zh));
  }

  private static List<@Nullable Object> row(Sheet sheet, Sheet.Item item, boolean zh) {
    var row = new ArrayList<@Nullable Object>();
    row.add(item.rank());
    row.add(in(item.name(), zh));
    row.add(item.score());
    row.add(item.grade());
    for (var one : sheet.indicators()) {
      var rate = item.rates().get(one.code());
      row.add(rate == null ? null : new Share(rate));
    }
    sheet.counts().forEach(one -> row.add(item.counts().get(one.code())));
    return row;
  }

  /// How the score came about: part, weight, formula; deductions below.
  private static List<List<String>> scheme(Sheet sheet, boolean zh) {
    var lines = new ArrayList<List<String>>();
    var scheme = sheet.scheme();
    if (scheme != null) {
      lines.add(List.of(zh ? "指标" : "Part", zh ? "权重" : "Weight", zh ? "算法" : "Formula"));
      scheme
          .parts()
          .forEach(part ->
              lines.add(
                  List.of(
                      in(part.name(), zh),
                      Double.toString(part.weight()),
                      in(part.formula(), zh))));
      scheme
          .deductions()
          .forEach(one ->
              lines.add(
                  List.of(
                      in(one.name(), zh), "-" + one.each(), zh ? "每次扣分" : "deducted each time")));
    }
    return lines;
  }

  private static String in(LocalText text, boolean zh) {
    return zh ? text.zh() : text.en();
  }
}
