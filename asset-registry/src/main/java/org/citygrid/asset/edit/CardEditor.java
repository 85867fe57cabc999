package org.citygrid.asset.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citygrid.asset.CardChange;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.ClassCode;
import org.citygrid.asset.ComponentCode;
import org.citygrid.asset.ComponentState;
import org.citygrid.asset.IdentityCard;
import org.citygrid.asset.Kind;
import org.citygrid.asset.Register;
import org.citygrid.asset.attribute.AttributeTable;
import org.citygrid.asset.register.CodeIssuer;
import org.citygrid.asset.register.Ledger;
import org.citygrid.grid.Grids;
import org.citygrid.grid.Placement;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Units;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Creates, changes, moves and retires single components. Whoever changes a card says which version
/// they saw; a card that somebody else changed since is left as it is.
@Service
public final class CardEditor {
  private static final int MOST_POSITIONS = 50_000;

  private final CardStore store;
  private final CodeIssuer codes;
  private final Ledger ledger;
  private final AttributeTable attributes;
  private final Catalogue catalogue;
  private final Grids grids;
  private final Units units;
  private final Register register;
  private final TownClock clock;
  private final TransactionTemplate transaction;

  CardEditor(
      CardStore store,
      CodeIssuer codes,
      Ledger ledger,
      AttributeTable attributes,
      Catalogue catalogue,
      Grids grids,
      Units units,
      Register register,
      TownClock clock,
      TransactionTemplate transaction) {
    this.store = store;
    this.codes = codes;
    this.ledger = ledger;
    this.attributes = attributes;
    this.catalogue = catalogue;
    this.grids = grids;
    this.units = units;
    this.register = register;
    this.clock = clock;
    this.transaction = transaction;
  }

  /// Makes a card with a new code.
  ///
  /// @param proposal what it comes from, if it was proposed
  /// @throws org.citygrid.platform.problem.ProblemException naming every wrong field
  public IdentityCard create(JsonNode form, Actor actor, @Nullable UUID proposal) {
    Violations wrong = new Violations();
    CardDraft draft = new CardDraft();
    CardForm written = read(form, wrong);
    written.writeOnto(draft);
    draft.since = draft.since == null ? clock.today() : draft.since;
    wrong.require(stands(draft.state), "state", "a new component stands: intact or damaged");
    check(draft, wrong);
    Placement at = place(draft, actor);
    CardStore.Mark mark = mark(actor, written.reason(), proposal);
    wrong.throwIfAny();
    return get(
        require(
            transaction.execute(_ -> {
              ledger.takeTurn();
              String code = issue(draft, at);
              store.insert(code, catalogue.edition(), draft, at, mark);
              ledger.countAgain(List.of(store.countPlace(code)));
              ledger.noteChange(code, geometryOf(draft));
              return code;
            })));
  }

  /// Writes fields onto a card; a card that would stay as it is gets no version.
  ///
  /// @param seen the version that the actor saw
  public IdentityCard change(
      String code, int seen, JsonNode form, Actor actor, @Nullable UUID proposal) {
    Violations wrong = new Violations();
    CardForm written = read(form, wrong);
    CardDraft unread = new CardDraft();
    written.writeOnto(unread);
    wrong.throwIfAny();
    return edit(
        code,
        seen,
        actor,
        mark(actor, written.reason(), proposal),
        (before, draft) -> {
          written.writeOnto(draft);
          wrong.require(
              draft.classCode.equals(before.fields().classCode),
              "classCode",
              "is in the code: retire this component and create another");
          wrong.require(
              stands(draft.state) || draft.state == before.fields().state,
              "state",
              "use retire to say that it is lost, abandoned or moved away");
          dateUnits(before.fields(), draft, form);
          check(draft, wrong);
          wrong.throwIfAny();
        });
  }

  /// Says that a component no longer stands there; its card and its code stay.
  public IdentityCard retire(
      String code,
      int seen,
      ComponentState state,
      String reason,
      Actor actor,
      @Nullable UUID proposal) {
    return edit(
        code, seen, actor, mark(actor, reason, proposal), (before, draft) -> draft.state = state);
  }

  private interface Writing {
    void write(StoredCard before, CardDraft draft);
  }

  private IdentityCard edit(
      String code, int seen, Actor actor, CardStore.Mark mark, Writing writing) {
    transaction.executeWithoutResult(_ -> {
      ledger.takeTurn();
      StoredCard before = store.lock(code).orElseThrow(() -> Problem.notFound().asException());
      requireOwn(before.divisionCode(), actor);
      if (before.version() != seen) {
        throw overtaken(code, seen).asException();
      }
      String formerPlace = store.countPlace(code);
      CardDraft draft = before.fields().copy();
      writing.write(before, draft);
      if (store.update(before, draft, place(draft, actor), mark)) {
        ledger.countAgain(Stream.of(formerPlace, store.countPlace(code)).distinct().toList());
        ledger.noteChange(code, before.location());
      }
    });
    return get(code);
  }

  /// A unit that changes without a date changes today.
  private void dateUnits(CardDraft before, CardDraft draft, JsonNode form) {
    if (!same(before.competentUnit, draft.competentUnit) && !form.has("competentFrom")) {
      draft.competentFrom = clock.today();
    }
    if (!same(before.ownerUnit, draft.ownerUnit) && !form.has("ownerFrom")) {
      draft.ownerFrom = clock.today();
    }
    if (!same(before.maintenanceUnit, draft.maintenanceUnit) && !form.has("maintenanceFrom")) {
      draft.maintenanceFrom = clock.today();
    }
  }

  private static boolean same(@Nullable String one, @Nullable String other) {
    return one == null ? other == null : one.equals(other);
  }

  private CardForm read(JsonNode form, Violations wrong) {
    return new CardForm(form, wrong, geometry -> readGeometry(geometry, wrong));
  }

  private CardDraft.@Nullable Place readGeometry(JsonNode geometry, Violations wrong) {
    try {
      CardStore.Shape shape = store.readShape(geometry.toString());
      boolean good = shape.valid() && !shape.empty() && shape.points() <= MOST_POSITIONS;
      wrong.require(good, "location", "is empty, crosses itself or has too many positions");
      return good ? new CardDraft.Place(shape.geometry(), shape.lon(), shape.lat()) : null;
    } catch (DataAccessException notOne) {
      wrong.add("location", "must be a GeoJSON geometry, longitude first");
      return null;
    }
  }

  private void check(CardDraft draft, Violations wrong) {
    new CardCheck(
            code -> catalogue.findClass(Kind.COMPONENT, code).isPresent(),
            unit -> units.findUnit(unit).isPresent(),
            attributes.read(),
            clock.today())
        .check(draft, wrong);
  }

  /// Where a card's component lies; a place outside the town is refused, and so is one outside the
  /// actor's division.
  private Placement place(CardDraft draft, Actor actor) {
    CardDraft.Place place = draft.place;
    if (place == null) {
      return Placement.NOWHERE;
    }
    Placement at = grids.locate(place.lon(), place.lat());
    if (at.division() == null) {
      throw Problem.badRequest("location", "lies outside this town (longitude first, degrees)")
          .asException();
    }
    requireOwn(at.division().value(), actor);
    return at;
  }

  private static void requireOwn(@Nullable String division, Actor actor) {
    boolean within =
        division == null
            || division.startsWith(actor.divisionCode())
            || actor.divisionCode().startsWith(division);
    if (!within) {
      throw Problem.forbidden().asException();
    }
  }

  private String issue(CardDraft draft, Placement at) {
    ClassCode classCode = new ClassCode(draft.classCode);
    String county = String.valueOf(at.division()).substring(0, 6);
    CodeIssuer.Run run = codes.take(county, classCode, 1).getFirst();
    return ComponentCode.of(county, classCode, run.first()).value();
  }

  private Problem overtaken(String code, int seen) {
    IdentityCard now = get(code);
    List<CardChange> newer = now.history().stream().filter(step -> step.version() > seen).toList();
    CardChange last = now.history().getLast();
    String fields =
        newer.stream()
            .flatMap(step -> step.changes().stream())
            .map(CardChange.Field::field)
            .distinct()
            .collect(Collectors.joining(", "));
    return Problem.conflict(
        "This card is at version %d by now, by %s: changed since version %d: %s. Read it again, then decide."
            .formatted(now.version(), last.by(), seen, fields.isEmpty() ? "nothing" : fields),
        Map.of(
            "version", now.version(),
            "by", String.valueOf(last.by()),
            "at", last.at(),
            "changes", newer.stream().flatMap(step -> step.changes().stream()).toList()));
  }

  private CardStore.Mark mark(Actor actor, @Nullable String reason, @Nullable UUID proposal) {
    return new CardStore.Mark(actor.userName(), clock.instant(), reason, proposal);
  }

  private static boolean stands(ComponentState state) {
    return state == ComponentState.INTACT || state == ComponentState.DAMAGED;
  }

  private IdentityCard get(String code) {
    return register.findCard(code).orElseThrow(() -> Problem.notFound().asException());
  }

  private static String geometryOf(CardDraft draft) {
    return Optional.ofNullable(draft.place).orElseThrow().geometry();
  }

  private static String require(@Nullable String code) {
    return Optional.ofNullable(code).orElseThrow();
  }
}
