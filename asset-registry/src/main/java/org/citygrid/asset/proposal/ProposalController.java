package org.citygrid.asset.proposal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.Kind;
import org.citygrid.asset.ThingClass;
import org.citygrid.platform.identity.Accounts;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Where proposals are handed in and decided.
@RestController
@OnRole("registry")
final class ProposalController {
  private static final int MOST = 200;

  private final Proposals proposals;
  private final Catalogue catalogue;
  private final Accounts accounts;

  ProposalController(Proposals proposals, Catalogue catalogue, Accounts accounts) {
    this.proposals = proposals;
    this.catalogue = catalogue;
    this.accounts = accounts;
  }

  /// Somebody who proposed or decided.
  record Who(String userName, String displayName) {}

  record Item(
      UUID id,
      Proposal.Act act,
      Proposal.State state,
      @Nullable String code,
      String classCode,
      LocalText className,
      JsonNode card,
      double lon,
      double lat,
      String divisionCode,
      @Nullable String note,
      List<String> photoIds,
      @Nullable Integer baseVersion,
      Who proposedBy,
      Instant proposedAt,
      @Nullable Who reviewedBy,
      @Nullable Instant reviewedAt,
      @Nullable String opinion,
      @Nullable Integer outcomeVersion) {}

  /// @param open how many wait for a reviewer
  record Page(List<Item> items, @Nullable UUID next, long open) {}

  /// @param key made by the sender; made here where it is missing
  @PostMapping("/api/component-proposals")
  ResponseEntity<Item> take(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody JsonNode form,
      Actor actor) {
    Proposals.Taken taken = proposals.take(key == null ? UUID.randomUUID() : id(key), form, actor);
    return ResponseEntity.status(taken.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(toItem(taken.proposal()));
  }

  @GetMapping("/api/component-proposals")
  Page list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      Actor actor) {
    if (limit < 1 || limit > MOST) {
      throw Problem.badRequest("limit", "must be 1 to 200").asException();
    }
    List<Proposal> found =
        proposals.list(
            state == null ? null : state(state),
            code,
            cursor == null ? null : id(cursor),
            limit,
            actor);
    return new Page(
        found.stream().map(this::toItem).toList(),
        found.size() < limit ? null : found.getLast().id(),
        proposals.countOpen(actor));
  }

  @GetMapping("/api/component-proposals/{id}")
  Item one(@PathVariable String id, Actor actor) {
    return toItem(proposals.get(id(id), actor));
  }

  @PostMapping("/api/component-proposals/{id}/accept")
  Item accept(@PathVariable String id, @RequestBody JsonNode form, Actor actor) {
    return toItem(proposals.accept(id(id), form, actor));
  }

  @PostMapping("/api/component-proposals/{id}/reject")
  Item reject(@PathVariable String id, @RequestBody JsonNode form, Actor actor) {
    return toItem(proposals.reject(id(id), form, actor));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException none) {
      throw Problem.badRequest("Idempotency-Key", "must be a UUID").asException();
    }
  }

  private static Proposal.State state(String word) {
    try {
      return Proposal.State.of(word);
    } catch (IllegalArgumentException none) {
      throw Problem.badRequest("state", "must be open, accepted or rejected").asException();
    }
  }

  private Item toItem(Proposal one) {
    return new Item(
        one.id(),
        one.act(),
        one.state(),
        one.code(),
        one.classCode(),
        catalogue
            .findClass(Kind.COMPONENT, one.classCode())
            .map(ThingClass::name)
            .orElseGet(() -> new LocalText(one.classCode(), one.classCode())),
        one.card(),
        one.lon(),
        one.lat(),
        one.divisionCode(),
        one.note(),
        one.photoIds(),
        one.baseVersion(),
        who(one.proposedBy()),
        one.proposedAt(),
        one.reviewedBy() == null ? null : who(one.reviewedBy()),
        one.reviewedAt(),
        one.opinion(),
        one.outcomeVersion());
  }

  private Who who(String userName) {
    return new Who(userName, accounts.displayNameOf(userName));
  }
}
