package org.citygrid.asset.proposal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.citygrid.asset.CardPhoto;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.ComponentState;
import org.citygrid.asset.IdentityCard;
import org.citygrid.asset.Kind;
import org.citygrid.asset.Register;
import org.citygrid.asset.edit.CardEditor;
import org.citygrid.geo.LonLat;
import org.citygrid.geo.MapDatum;
import org.citygrid.grid.Grids;
import org.citygrid.grid.Placement;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Role;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes proposals in, each once, and carries out what a reviewer decides.
@Service
final class Proposals {
  private static final int MOST_PHOTOS = 9;
  private static final int LONGEST_NOTE = 1000;

  /// What may be proposed of a card; a place comes as `lon` and `lat`.
  private static final Set<String> CARD_FIELDS =
      Set.of(
          "classCode",
          "competentUnit",
          "ownerUnit",
          "maintenanceUnit",
          "spec",
          "address",
          "dimensions",
          "state",
          "since");

  private static final Set<String> OTHER_FIELDS =
      Set.of("act", "code", "lon", "lat", "crs", "note", "photoIds");

  private final ProposalTable table;
  private final CardEditor editor;
  private final Register register;
  private final Catalogue catalogue;
  private final Grids grids;
  private final TownClock clock;
  private final TransactionTemplate transaction;
  private final JsonMapper json;

  Proposals(
      ProposalTable table,
      CardEditor editor,
      Register register,
      Catalogue catalogue,
      Grids grids,
      TownClock clock,
      TransactionTemplate transaction,
      JsonMapper json) {
    this.table = table;
    this.editor = editor;
    this.register = register;
    this.catalogue = catalogue;
    this.grids = grids;
    this.clock = clock;
    this.transaction = transaction;
    this.json = json;
  }

  /// @param fresh false when it was sent before
  record Taken(Proposal proposal, boolean fresh) {}

  /// @param id made by the sender; the same id with other content is refused
  Taken take(UUID id, JsonNode form, Actor actor) {
    Proposal proposal = read(id, form, actor);
    if (table.insert(proposal)) {
      return new Taken(proposal, true);
    }
    Proposal stored = table.find(id).orElseThrow();
    if (!stored.contentHash().equals(proposal.contentHash())
        || !stored.proposedBy().equals(actor.userName())) {
      throw Problem.conflict("Another proposal was sent under this Idempotency-Key.", Map.of())
          .asException();
    }
    return new Taken(stored, false);
  }

  /// Administrators see those of their division; everybody else their own.
  List<Proposal> list(
      Proposal.@Nullable State state,
      @Nullable String code,
      @Nullable UUID after,
      int limit,
      Actor actor) {
    boolean reviews = actor.has(Role.ADMINISTRATOR);
    return table.list(
        new ProposalTable.Filter(
            state,
            code,
            reviews ? null : actor.userName(),
            reviews ? actor.divisionCode() : "",
            after == null ? null : get(after, actor)),
        limit);
  }

  long countOpen(Actor actor) {
    return table.countOpen(actor.divisionCode());
  }

  Proposal get(UUID id, Actor actor) {
    return table
        .find(id)
        .filter(found -> maySee(found, actor))
        .orElseThrow(() -> Problem.notFound().asException());
  }

  /// Makes the version, in the reviewer's name.
  ///
  /// @param form `{opinion?, card?, version?}`: fields that the reviewer puts right or adds, and
  ///   the version of the card that the reviewer saw
  Proposal accept(UUID id, JsonNode form, Actor reviewer) {
    String opinion = opinion(form, false);
    transaction.executeWithoutResult(_ -> {
      Proposal proposal = lockOpen(id, reviewer);
      IdentityCard outcome = carryOut(proposal, form, opinion, reviewer);
      table.close(
          id,
          Proposal.State.ACCEPTED,
          reviewer.userName(),
          clock.instant(),
          opinion,
          outcome.code(),
          outcome.version());
    });
    return table.find(id).orElseThrow();
  }

  /// @param form `{opinion}`: why not
  Proposal reject(UUID id, JsonNode form, Actor reviewer) {
    String opinion = opinion(form, true);
    transaction.executeWithoutResult(_ -> {
      lockOpen(id, reviewer);
      table.close(
          id, Proposal.State.REJECTED, reviewer.userName(), clock.instant(), opinion, null, null);
    });
    return table.find(id).orElseThrow();
  }

  private IdentityCard carryOut(
      Proposal proposal, JsonNode form, @Nullable String opinion, Actor reviewer) {
    ObjectNode card = (ObjectNode) proposal.card().deepCopy();
    form.path("card").properties().forEach(field -> card.set(field.getKey(), field.getValue()));
    String reason =
        Stream.of(proposal.note(), opinion)
            .filter(words -> words != null && !words.isBlank())
            .reduce((note, words) -> note + "\n" + words)
            .orElse(null);
    if (proposal.act() != Proposal.Act.GONE && reason != null) {
      card.put("reason", reason);
    }
    if (proposal.act() == Proposal.Act.CREATE) {
      addPhotos(card, List.of(), proposal.photoIds());
      return editor.create(card, reviewer, proposal.id());
    }
    IdentityCard now =
        register
            .findCard(proposal.code() == null ? "" : proposal.code())
            .orElseThrow(() -> Problem.notFound().asException());
    int seen = form.path("version").asInt(now.version());
    if (proposal.act() == Proposal.Act.GONE) {
      ComponentState state = ComponentState.of(card.path("state").asString("lost"));
      return editor.retire(
          now.code(),
          seen,
          state,
          reason == null ? "no longer there" : reason,
          reviewer,
          proposal.id());
    }
    addPhotos(card, now.photos().stream().map(CardPhoto::id).toList(), proposal.photoIds());
    return editor.change(now.code(), seen, card, reviewer, proposal.id());
  }

  private static void addPhotos(ObjectNode card, List<String> there, List<String> more) {
    if (!more.isEmpty()) {
      ArrayNode ids = card.putArray("photoIds");
      Stream.concat(there.stream(), more.stream()).distinct().forEach(ids::add);
    }
  }

  private Proposal lockOpen(UUID id, Actor reviewer) {
    Proposal proposal =
        table
            .lock(id)
            .filter(found -> found.divisionCode().startsWith(reviewer.divisionCode()))
            .orElseThrow(() -> Problem.notFound().asException());
    if (proposal.state() != Proposal.State.OPEN) {
      throw Problem.conflict(
              "This proposal was %s by %s already."
                  .formatted(proposal.state().word(), proposal.reviewedBy()),
              Map.of(
                  "state", proposal.state(),
                  "by", String.valueOf(proposal.reviewedBy())))
          .asException();
    }
    return proposal;
  }

  private static boolean maySee(Proposal proposal, Actor actor) {
    return proposal.proposedBy().equals(actor.userName())
        || (actor.has(Role.ADMINISTRATOR)
            && proposal.divisionCode().startsWith(actor.divisionCode()));
  }

  private Proposal read(UUID id, JsonNode form, Actor actor) {
    Violations wrong = new Violations();
    wrong.require(form.isObject(), "body", "must be one JSON object");
    form.propertyNames().stream()
        .filter(name -> !CARD_FIELDS.contains(name) && !OTHER_FIELDS.contains(name))
        .forEach(name -> wrong.add(name, "is not a field of a proposal"));
    Proposal.@Nullable Act act = act(form);
    wrong.require(act != null, "act", "must be create, change, move or gone");
    @Nullable String code = form.path("code").asString(null);
    Optional<IdentityCard> card =
        code == null || act == Proposal.Act.CREATE ? Optional.empty() : register.findCard(code);
    wrong.require(
        act == Proposal.Act.CREATE || card.isPresent(), "code", "is not a registered component");
    @Nullable LonLat place = place(form, wrong);
    wrong.require(
        place != null || (act != Proposal.Act.CREATE && act != Proposal.Act.MOVE),
        "lon",
        "where is it? lon and lat are missing");
    @Nullable String classCode =
        card.map(IdentityCard::classCode).orElseGet(() -> form.path("classCode").asString(null));
    wrong.require(
        classCode != null && catalogue.findClass(Kind.COMPONENT, classCode).isPresent(),
        "classCode",
        "is not a component class of this town's edition");
    @Nullable String note = form.path("note").asString(null);
    wrong.require(
        note == null || note.length() <= LONGEST_NOTE, "note", "is longer than 1000 characters");
    List<String> photoIds =
        form.path("photoIds").valueStream().map(one -> one.asString("")).distinct().toList();
    wrong.require(
        photoIds.size() <= MOST_PHOTOS
            && photoIds.stream().allMatch(one -> one.matches("[0-9a-f]{64}")),
        "photoIds",
        "must be at most nine ids as POST /api/photos gives them");
    wrong.throwIfAny();

    LonLat where =
        place != null
            ? place
            : card.map(found -> new LonLat(found.lon(), found.lat())).orElseThrow();
    Placement at = grids.locate(where.lon(), where.lat());
    if (at.division() == null) {
      throw Problem.badRequest("lon", "lies outside this town (longitude first, degrees)")
          .asException();
    }
    return new Proposal(
        id,
        act == null ? Proposal.Act.CHANGE : act,
        card.map(IdentityCard::code).orElse(null),
        String.valueOf(classCode),
        fields(form, act, place),
        where.lon(),
        where.lat(),
        at.division().value(),
        note == null || note.isBlank() ? null : note.strip(),
        photoIds,
        sha256(form.toString()),
        card.map(IdentityCard::version).orElse(null),
        actor.userName(),
        clock.instant(),
        Proposal.State.OPEN,
        null,
        null,
        null,
        null);
  }

  /// The fields that acceptance would write.
  private ObjectNode fields(JsonNode form, Proposal.@Nullable Act act, @Nullable LonLat place) {
    ObjectNode fields = json.createObjectNode();
    form.properties().stream()
        .filter(field -> CARD_FIELDS.contains(field.getKey()))
        .filter(field -> act == Proposal.Act.CREATE || !field.getKey().equals("classCode"))
        .forEach(field -> fields.set(field.getKey(), field.getValue()));
    if (place != null && act != Proposal.Act.GONE) {
      fields.put("lon", place.lon());
      fields.put("lat", place.lat());
    }
    return fields;
  }

  private static Proposal.@Nullable Act act(JsonNode form) {
    try {
      return Proposal.Act.of(form.path("act").asString(""));
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  private static @Nullable LonLat place(JsonNode form, Violations wrong) {
    if (!form.has("lon") && !form.has("lat")) {
      return null;
    }
    var datum = MapDatum.find(form.path("crs").asString("wgs84"));
    double lon = form.path("lon").asDouble(Double.NaN);
    double lat = form.path("lat").asDouble(Double.NaN);
    boolean earthly = Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
    wrong.require(earthly, "lon", "longitude and latitude must be degrees, and come together");
    wrong.require(datum.isPresent(), "crs", "must be wgs84, gcj02 or bd09");
    return earthly && datum.isPresent() ? datum.get().toWgs84(new LonLat(lon, lat)) : null;
  }

  private static @Nullable String opinion(JsonNode form, boolean needed) {
    String opinion = form.path("opinion").asString("").strip();
    if (needed && opinion.isEmpty()) {
      throw Problem.badRequest("opinion", "say why, for whoever proposed it").asException();
    }
    if (opinion.length() > LONGEST_NOTE) {
      throw Problem.badRequest("opinion", "is longer than 1000 characters").asException();
    }
    return opinion.isEmpty() ? null : opinion;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
