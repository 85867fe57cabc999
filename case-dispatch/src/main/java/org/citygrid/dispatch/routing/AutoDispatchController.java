package org.citygrid.dispatch.routing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.citygrid.platform.identity.Accounts;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The switches of automatic dispatch over HTTP.
@RestController
class AutoDispatchController {
  private final AutoDispatch switches;
  private final ResponsibilityForm form;
  private final Accounts accounts;
  private final TownClock clock;

  AutoDispatchController(
      AutoDispatch switches, ResponsibilityForm form, Accounts accounts, TownClock clock) {
    this.switches = switches;
    this.form = form;
    this.accounts = accounts;
    this.clock = clock;
  }

  record Shown(
      String kind,
      String classPrefix,
      String divisionCode,
      boolean enabled,
      String setBy,
      Instant setAt) {}

  @GetMapping("/api/auto-dispatch")
  Map<String, List<Shown>> list(Actor actor) {
    return Map.of("items", switches.list(actor.divisionCode()).stream().map(this::shown).toList());
  }

  record Wanted(
      @Nullable String kind,
      @Nullable String classPrefix,
      @Nullable String divisionCode,
      @Nullable Boolean enabled) {}

  @PutMapping("/api/auto-dispatch")
  Shown put(Actor actor, @RequestBody Wanted wanted) {
    var wrong = new Violations();
    var kind = wanted.kind() == null ? "" : wanted.kind();
    var classes = wanted.classPrefix() == null ? "" : wanted.classPrefix();
    var division = wanted.divisionCode() == null ? actor.divisionCode() : wanted.divisionCode();
    form.checkClass(kind, classes, "", wrong);
    wrong.require(
        division.equals(actor.divisionCode()) || form.isKnownDivision(division, actor),
        "divisionCode",
        "is not a known division within your own " + actor.divisionCode());
    wrong.require(wanted.enabled() != null, "enabled", "must be true or false");
    wrong.throwIfAny();
    var one =
        new AutoDispatch.Switch(
            kind,
            classes,
            division,
            Boolean.TRUE.equals(wanted.enabled()),
            actor.userName(),
            clock.instant());
    switches.put(one);
    return shown(one);
  }

  private Shown shown(AutoDispatch.Switch one) {
    return new Shown(
        one.kind(),
        one.classPrefix(),
        one.divisionCode(),
        one.enabled(),
        accounts.displayNameOf(one.setBy()),
        one.setAt());
  }
}
