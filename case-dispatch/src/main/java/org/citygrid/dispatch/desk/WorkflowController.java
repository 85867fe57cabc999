package org.citygrid.dispatch.desk;

import java.util.List;
import java.util.Locale;
import org.citygrid.dispatch.workflow.Effect;
import org.citygrid.dispatch.workflow.Guard;
import org.citygrid.dispatch.workflow.Post;
import org.citygrid.dispatch.workflow.Rule;
import org.citygrid.dispatch.workflow.State;
import org.citygrid.dispatch.workflow.Workflow;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The rules as data: what the documentation and the desk's buttons are made from.
@RestController
class WorkflowController {
  private final Workflow workflow;

  WorkflowController(Workflow workflow) {
    this.workflow = workflow;
  }

  record Page(List<StateWords> states, List<RuleWords> rows) {}

  record StateWords(String code, LocalText words, LocalText holder, boolean end) {}

  record RuleWords(
      String row,
      @Nullable String from,
      String action,
      LocalText words,
      List<String> roles,
      String to,
      List<String> needs,
      List<LocalText> refusedWhen,
      List<LocalText> effect) {}

  @GetMapping("/api/workflow")
  Page workflow() {
    return new Page(
        State.all().stream().map(WorkflowController::state).toList(),
        Workflow.rules().stream().map(this::row).toList());
  }

  private static StateWords state(State state) {
    var holder = state.holder();
    return new StateWords(
        state.name(),
        new LocalText(state.zh(), state.en()),
        new LocalText(holder.zh(), holder.en()),
        state.isEnd());
  }

  private RuleWords row(Rule rule) {
    return new RuleWords(
        rule.row(),
        rule.from() == State.NONE ? null : rule.from().name(),
        rule.action().name(),
        new LocalText(rule.action().zh(), rule.action().en()),
        rule.by().stream().sorted().map(Post::name).toList(),
        rule.to().name(),
        workflow.needs(rule).stream().map(n -> n.name().toLowerCase(Locale.ROOT)).toList(),
        rule.guards().stream().map(WorkflowController::words).toList(),
        rule.effects().stream().map(WorkflowController::words).toList());
  }

  private static LocalText words(Guard guard) {
    return new LocalText(guard.zh(), guard.en());
  }

  private static LocalText words(Effect effect) {
    return new LocalText(effect.zh(), effect.en());
  }
}
