package org.citygrid.dispatch.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/// An evaluation as one table in one language, for files: rank, name, score and grade, then the
/// points that make the score, every rate and every count.
///
/// @param title what was evaluated, over which days, by which scheme
/// @param sheets what the sheets of a workbook are called: the table, then the notes
/// @param rows texts, whole numbers, scores and points (`Double`) and [Share]s; null where there is
///   nothing
/// @param notes how to read the table, as [SheetNotes] tells it
record SheetTable(
    String title,
    List<String> sheets,
    List<String> head,
    List<List<@Nullable Object>> rows,
    List<List<Object>> notes) {

  /// A rate from 0 to 1, shown as a percentage.
  record Share(double part) {
    String words() {
      return String.format(Locale.ROOT, "%.2f%%", part * 100);
    }
  }

  static SheetTable of(Sheet sheet, boolean zh, List<List<Object>> notes) {
    var rows = new ArrayList<List<@Nullable Object>>();
    sheet.items().forEach(item -> rows.add(row(sheet, item, zh)));
    return new SheetTable(
        title(sheet, zh),
        zh ? List.of("评价", "说明") : List.of("Evaluation", "Notes"),
        head(sheet, zh),
        rows,
        notes);
  }

  private static List<String> head(Sheet sheet, boolean zh) {
    var head = new ArrayList<>(List.of(zh ? "名次" : "Rank", zh ? "名称" : "Name"));
    head.addAll(List.of(zh ? "得分" : "Score", zh ? "等级" : "Grade"));
    var scheme = sheet.scheme();
    if (scheme != null) {
      scheme.parts().forEach(one -> head.add(in(one.name(), zh) + (zh ? " 得分" : " (points)")));
      scheme
          .deductions()
          .forEach(one -> head.add(in(one.name(), zh) + (zh ? " 扣分" : " (marks off)")));
    }
    sheet.indicators().forEach(one -> head.add(in(one.name(), zh)));
    sheet.counts().forEach(one -> head.add(in(one.name(), zh)));
    return head;
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
    var scheme = sheet.scheme();
    if (scheme != null) {
      scheme.parts().forEach(one -> row.add(find(item.points(), one.code())));
      scheme.deductions().forEach(one -> row.add(find(item.deducted(), one.code())));
    }
    for (var one : sheet.indicators()) {
      var rate = item.rates().get(one.code());
      row.add(rate == null ? null : new Share(rate));
    }
    sheet.counts().forEach(one -> row.add(item.counts().get(one.code())));
    return row;
  }

  private static @Nullable Double find(@Nullable Map<String, Double> points, String code) {
    return points == null ? null : points.get(code);
  }

  static String in(LocalText text, boolean zh) {
    return zh ? text.zh() : text.en();
  }
}
