package org.citygrid.asset.edit;

import java.net.URI;
import org.citygrid.asset.ComponentCode;
import org.citygrid.asset.ComponentState;
import org.citygrid.asset.IdentityCard;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.role.OnRole;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Where administrators write on single cards.
@RestController
@OnRole("registry")
final class EditController {
  private static final int LONGEST_REASON = 1000;

  private final CardEditor editor;

  EditController(CardEditor editor) {
    this.editor = editor;
  }

  @PostMapping("/api/components")
  ResponseEntity<IdentityCard> create(@RequestBody JsonNode form, Actor actor) {
    IdentityCard card = editor.create(form, actor, null);
    return ResponseEntity.created(URI.create("/api/components/" + card.code()))
        .eTag(tag(card))
        .body(card);
  }

  @PatchMapping("/api/components/{code}")
  ResponseEntity<IdentityCard> change(
      @PathVariable String code,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody JsonNode form,
      Actor actor) {
    return answer(editor.change(known(code), seen(ifMatch, form), form, actor, null));
  }

  @PostMapping("/api/components/{code}/retire")
  ResponseEntity<IdentityCard> retire(
      @PathVariable String code,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody JsonNode form,
      Actor actor) {
    int seen = seen(ifMatch, form);
    var state = ComponentState.find(form.path("state").asString(""));
    String reason = form.path("reason").asString("").strip();
    Violations wrong = new Violations();
    wrong.require(
        state.isPresent()
            && state.get() != ComponentState.INTACT
            && state.get() != ComponentState.DAMAGED,
        "state",
        "must be lost, abandoned or moved_away");
    wrong.require(
        !reason.isEmpty() && reason.length() <= LONGEST_REASON,
        "reason",
        "must say why, in at most 1000 characters");
    wrong.throwIfAny();
    return answer(editor.retire(known(code), seen, state.orElseThrow(), reason, actor, null));
  }

  private static String known(String code) {
    return ComponentCode.find(code).orElseThrow(() -> Problem.notFound().asException()).value();
  }

  /// The version that the sender saw: in `If-Match`, as the entity tag of the card, or in the body.
  private static int seen(@Nullable String ifMatch, JsonNode form) {
    String text = ifMatch == null ? form.path("version").asString("") : ifMatch;
    String digits = text.replaceFirst("^W/", "").replace("\"", "").strip();
    if (!digits.matches("\\d{1,9}")) {
      throw Problem.badRequest("version", "say which version you saw, here or in If-Match")
          .asException();
    }
    return Integer.parseInt(digits);
  }

  private static ResponseEntity<IdentityCard> answer(IdentityCard card) {
    return ResponseEntity.ok().eTag(tag(card)).body(card);
  }

  private static String tag(IdentityCard card) {
    return "\"" + card.version() + "\"";
  }
}
