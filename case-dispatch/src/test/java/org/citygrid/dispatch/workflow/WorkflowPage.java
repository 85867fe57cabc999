package org.citygrid.dispatch.workflow;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the table of the workflow as a page for people.
final class WorkflowPage {

  private static final String HEAD =
      """
      # 案件流程 · The workflow of a case

      Written from the table in `case-dispatch` (`Workflow.java`) by `WorkflowPageTest`; do not edit by hand
      (`-Dworkflow.write=true` writes it anew). Row numbers follow the domain's list; letters split a row.
      Who acts must hold the case: departments their own cases, collectors their own tasks, other posts their queue.

      """;

  private WorkflowPage() {}

  static String render() {
    return HEAD + states() + "\n" + rows() + "\n" + guards();
  }

  private static String states() {
    return table(
        List.of("state", "状态", "in words", "whose turn"),
        State.all().stream()
            .map(s -> List.of(code(s), s.zh(), s.en(), s.isEnd() ? "– (end)" : post(s.holder())))
            .toList());
  }

  private static String rows() {
    var byStep = new LinkedHashMap<String, Rule>();
    Workflow.rules()
        .forEach(rule -> byStep.putIfAbsent(rule.row() + rule.action() + anyOpen(rule), rule));
    return table(
        List.of("#", "from", "action", "who", "to", "needs", "refused when", "effect"),
        byStep.values().stream().map(WorkflowPage::row).toList());
  }

  private static List<String> row(Rule rule) {
    var anywhere = rule.action() == Action.SUPERVISE;
    return List.of(
        rule.row(),
        anywhere ? "any open" : rule.from() == State.NONE ? "–" : code(rule.from()),
        code(rule.action()) + " " + rule.action().zh(),
        words(sorted(rule.by()), WorkflowPage::post),
        anywhere ? "(same)" : code(rule.to()),
        words(sorted(rule.needs()), need -> need.en()),
        words(rule.guards(), guard -> guard.en()),
        words(rule.effects(), effect -> effect.en()));
  }

  private static String anyOpen(Rule rule) {
    return rule.action() == Action.SUPERVISE ? "" : rule.from().name();
  }

  private static String guards() {
    return "A town's own policy decides who stands in for whom, whether checks that failed are confirmed,\n"
        + "whether public reports are verified first, and when the clock starts: see `Policy.java`.\n";
  }

  private static <E extends Enum<E>> Collection<E> sorted(Collection<E> values) {
    return values.stream().sorted(Comparator.comparing(Enum::ordinal)).toList();
  }

  private static String post(Post post) {
    return post.zh() + " " + post.en();
  }

  private static String code(Enum<?> value) {
    return "`" + value.name() + "`";
  }

  private static <T> String words(Collection<T> values, Function<T, String> words) {
    return values.stream().map(words).collect(Collectors.joining("; "));
  }

  private static String table(List<String> head, List<List<String>> rows) {
    var rule = head.stream().map(h -> "---").toList();
    return Stream.concat(Stream.of(head, rule), rows.stream())
        .map(cells -> "| " + String.join(" | ", cells) + " |\n")
        .collect(Collectors.joining());
  }
}
