package org.citygrid.intake.contact;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.Kind;
import org.citygrid.asset.ThingClass;
import org.citygrid.intake.form.JsonForm;
import org.citygrid.platform.identity.Accounts;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// How to reach whoever reported or asked, for those who must answer them: masked in lists, whole
/// one at a time, and each such look is noted. Whoever may not know is told that there is nothing.
@RestController
final class ContactController {
  private static final Duration LATELY = Duration.ofDays(90);
  private static final int MOST = 200;
  private static final int MAX_BODY = 8_192;

  private final ContactTable table;
  private final Accounts accounts;
  private final Catalogue catalogue;
  private final JsonMapper json;
  private final TownClock clock;

  ContactController(
      ContactTable table,
      Accounts accounts,
      Catalogue catalogue,
      JsonMapper json,
      TownClock clock) {
    this.table = table;
    this.accounts = accounts;
    this.catalogue = catalogue;
    this.json = json;
    this.clock = clock;
  }

  record Call(Instant at, String by, boolean reached, @Nullable String words) {}

  /// @param name masked, as the next two
  /// @param calls to somebody who wanted a reply
  record Masked(
      UUID id,
      boolean follows,
      String channel,
      Instant at,
      boolean wantsReply,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String email,
      List<Call> calls) {}

  record People(List<Masked> items) {}

  /// Everybody behind a case or an enquiry who left a way to be reached.
  @GetMapping("/api/contacts")
  ResponseEntity<People> list(
      Actor actor,
      @RequestParam(name = "case", required = false) @Nullable String caseId,
      @RequestParam(name = "enquiry", required = false) @Nullable String enquiry) {
    Violations wrong = new Violations();
    String asked = caseId != null ? caseId : enquiry;
    wrong.require((caseId == null) != (enquiry == null), "case", "give either case or enquiry");
    UUID id = asked == null ? null : JsonForm.findUuid(asked);
    wrong.require(
        asked == null || id != null, caseId != null ? "case" : "enquiry", "must be its id");
    wrong.throwIfAny();
    UUID of = Objects.requireNonNull(id);
    List<Person> found =
        caseId != null ? table.listOfCase(of) : table.findAsker(of).stream().toList();
    return told(new People(masked(found.stream().filter(p -> shows(p, actor)).toList())));
  }

  private static boolean shows(Person person, Actor actor) {
    return person.mayBeKnownTo(actor) && (person.isReachable() || person.name() != null);
  }

  private List<Masked> masked(List<Person> people) {
    Map<UUID, List<Call>> calls =
        table.listCalls(people.stream().map(Person::id).toList()).stream()
            .collect(
                Collectors.groupingBy(
                    ContactTable.Call::reportId,
                    Collectors.mapping(this::call, Collectors.toList())));
    return people.stream()
        .map(one ->
            new Masked(
                one.id(),
                one.follows(),
                one.channel(),
                one.at(),
                one.wantsReply(),
                Mask.name(one.name()),
                Mask.phone(one.phone()),
                Mask.email(one.email()),
                calls.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private Call call(ContactTable.Call call) {
    return new Call(
        call.at(), accounts.displayNameOf(call.userName()), call.reached(), call.words());
  }

  record Whole(@Nullable String name, @Nullable String phone, @Nullable String email) {
    @Override
    public String toString() {
      return "Whole[not shown]";
    }
  }

  /// Shows one whole, once it is noted who looked.
  @PostMapping("/api/contacts/{id}/open")
  ResponseEntity<Whole> open(Actor actor, @PathVariable("id") String id) {
    Person person = find(id, actor);
    table.noteAccess(person, actor.userName(), clock.instant());
    return told(new Whole(person.name(), person.phone(), person.email()));
  }

  private Person find(String text, Actor actor) {
    return Optional.ofNullable(JsonForm.findUuid(text))
        .flatMap(id -> table.findReporter(id).or(() -> table.findAsker(id)))
        .filter(person -> shows(person, actor))
        .orElseThrow(() -> Problem.notFound().asException());
  }

  record Waiting(
      UUID id,
      UUID caseId,
      String caseNumber,
      String state,
      String classCode,
      @Nullable LocalText className,
      boolean follows,
      String channel,
      Instant at,
      Instant endedAt,
      int tries,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String email) {}

  record CallBacks(int total, List<Waiting> items) {}

  /// Who wanted a reply, whose matter is over, and whom nobody has reached yet.
  @GetMapping("/api/contacts/waiting")
  ResponseEntity<CallBacks> listWaiting(
      Actor actor, @RequestParam(name = "limit", defaultValue = "50") int limit) {
    Violations wrong = new Violations();
    wrong.require(limit >= 1 && limit <= MOST, "limit", "must be 1 to " + MOST);
    wrong.throwIfAny();
    var found = table.listWaiting(actor.divisionCode(), clock.instant().minus(LATELY), limit);
    int total = found.isEmpty() ? 0 : found.getFirst().total();
    return told(new CallBacks(total, found.stream().map(this::waiting).toList()));
  }

  private Waiting waiting(ContactTable.Waiting one) {
    return new Waiting(
        one.id(),
        one.caseId(),
        one.number(),
        one.state(),
        one.classCode(),
        catalogue
            .findClass(Kind.of(one.kind()), one.classCode())
            .map(ThingClass::name)
            .orElse(null),
        one.follows(),
        one.channel(),
        one.at(),
        one.endedAt(),
        one.tries(),
        Mask.name(one.name()),
        Mask.phone(one.phone()),
        Mask.email(one.email()));
  }

  /// Notes that somebody was called, or could not be reached.
  @PostMapping(path = "/api/contacts/{id}/calls", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Call> call(Actor actor, @PathVariable("id") String id, HttpServletRequest request)
      throws IOException {
    Person person = find(id, actor);
    if (person.enquiry()) {
      throw Problem.notFound().asException();
    }
    Violations wrong = new Violations();
    byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      throw Problem.tooLarge("A call has at most " + MAX_BODY + " bytes.").asException();
    }
    JsonForm form = JsonForm.parse(json, body, wrong).orElse(null);
    if (form == null) {
      throw Problem.badRequest(wrong.list()).asException();
    }
    wrong.require(!form.lacks("reached"), "reached", "must be true or false");
    boolean reached = form.flag("reached");
    String words = form.lines("words", 500);
    form.finish();
    wrong.throwIfAny();
    var noted =
        new ContactTable.Call(person.id(), clock.instant(), actor.userName(), reached, words);
    table.insert(noted);
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(call(noted));
  }

  /// @param person the id of the report or enquiry
  record Access(long id, Instant at, String by, UUID person, @Nullable String number) {}

  record Accesses(List<Access> items) {}

  /// Who looked, newest first.
  @GetMapping("/api/contacts/accesses")
  ResponseEntity<Accesses> listAccesses(
      @RequestParam(name = "before", defaultValue = "" + Long.MAX_VALUE) long before,
      @RequestParam(name = "limit", defaultValue = "50") int limit) {
    Violations wrong = new Violations();
    wrong.require(limit >= 1 && limit <= MOST, "limit", "must be 1 to " + MOST);
    wrong.throwIfAny();
    return told(
        new Accesses(
            table.listAccesses(before, limit).stream()
                .map(one ->
                    new Access(one.id(), one.at(), one.userName(), one.personId(), one.number()))
                .toList()));
  }

  private static <T> ResponseEntity<T> told(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }
}
