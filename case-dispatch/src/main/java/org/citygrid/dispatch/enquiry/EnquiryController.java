package org.citygrid.dispatch.enquiry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.citygrid.dispatch.desk.Cursor;
import org.citygrid.dispatch.desk.Reader;
import org.citygrid.dispatch.enquiry.flow.Flow;
import org.citygrid.dispatch.enquiry.flow.Kind;
import org.citygrid.dispatch.enquiry.flow.Need;
import org.citygrid.dispatch.enquiry.flow.State;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Enquiries over HTTP. Whoever may not read one is told that there is none.
@RestController
class EnquiryController {
  private static final int MOST = 500;
  private static final int USUAL_DAYS = 30;

  private final EnquiryQuery query;
  private final EnquiryStore store;
  private final EnquiryViews views;
  private final EnquiryActing acting;
  private final EnquirySettings settings;
  private final TownClock clock;

  EnquiryController(
      EnquiryQuery query,
      EnquiryStore store,
      EnquiryViews views,
      EnquiryActing acting,
      EnquirySettings settings,
      TownClock clock) {
    this.query = query;
    this.store = store;
    this.views = views;
    this.acting = acting;
    this.settings = settings;
    this.clock = clock;
  }

  record Page(List<EnquiryView> items, @Nullable String next) {}

  /// @param asked what the list is narrowed by: see [Narrowing]
  @GetMapping("/api/enquiries")
  Page list(
      Actor actor,
      @RequestParam(defaultValue = "open") String queue,
      @RequestParam(defaultValue = "due") String sort,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam MultiValueMap<String, String> asked) {
    var wrong = new Violations();
    var narrowed = Narrowing.read(asked, clock.zone(), wrong);
    wrong.require(
        Set.of("mine", "open", "all").contains(queue), "queue", "must be mine, open or all");
    wrong.require(
        Set.of("due", "-receivedAt").contains(sort), "sort", "must be due or -receivedAt");
    wrong.require(limit >= 1 && limit <= MOST, "limit", "must be 1 to " + MOST);
    wrong.throwIfAny();
    var reader = Reader.of(actor);
    var now = clock.instant();
    boolean byDue = sort.equals("due");
    var after = cursor == null ? null : Cursor.decode(cursor);
    var found = query.list(queue, narrowed, reader, now, byDue, after, limit + 1);
    var shown = found.subList(0, Math.min(limit, found.size()));
    return new Page(
        shown.stream().map(one -> views.summary(one, reader, now)).toList(),
        found.size() > limit ? cursor(shown.getLast(), byDue).encode() : null);
  }

  private static Cursor cursor(Enquiry last, boolean byDue) {
    return new Cursor(byDue ? last.progress().dueAt : last.question().receivedAt(), last.id());
  }

  @GetMapping("/api/enquiries/counts")
  EnquiryQuery.Counts counts(Actor actor) {
    return query.counts(Reader.of(actor), clock.instant());
  }

  record KindOfEnquiry(String kind, LocalText words, int limitDays) {}

  record Report(
      LocalDate from, LocalDate to, List<KindOfEnquiry> kinds, List<EnquiryQuery.Figures> items) {}

  /// What came from one day to another, both counted whole, by kind and channel and in sums.
  @GetMapping("/api/enquiries/figures")
  Report figures(
      Actor actor,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    var wrong = new Violations();
    var last = day(to, clock.today(), "to", wrong);
    var first = day(from, last.minusDays(USUAL_DAYS - 1), "from", wrong);
    wrong.require(!first.isAfter(last), "from", "must not be after to");
    wrong.throwIfAny();
    var begin = first.atStartOfDay(clock.zone()).toInstant();
    var end = last.plusDays(1).atStartOfDay(clock.zone()).toInstant();
    var figures = query.figures(Reader.of(actor), begin, end, clock.instant());
    return new Report(first, last, kinds(), figures);
  }

  private List<KindOfEnquiry> kinds() {
    return Arrays.stream(Kind.values())
        .map(kind -> new KindOfEnquiry(kind.code(), kind.words(), settings.limits().days(kind)))
        .toList();
  }

  record StateOfEnquiry(String code, LocalText words, String holder, boolean end) {}

  record Line(
      String from,
      String action,
      LocalText words,
      List<String> roles,
      String to,
      List<String> needs) {}

  record Table(List<KindOfEnquiry> kinds, List<StateOfEnquiry> states, List<Line> rows) {}

  /// The rules themselves, for reading.
  @GetMapping("/api/enquiries/flow")
  Table flow() {
    return new Table(
        kinds(),
        State.all().stream()
            .map(s -> new StateOfEnquiry(s.name(), s.words(), s.holder().name(), s.isEnd()))
            .toList(),
        Flow.rules().stream()
            .map(rule ->
                new Line(
                    rule.from().name(),
                    rule.act().name(),
                    rule.act().words(),
                    rule.by().stream().map(Enum::name).sorted().toList(),
                    rule.to().name(),
                    rule.needs().stream().sorted().map(Need::code).toList()))
            .toList());
  }

  @GetMapping("/api/enquiries/{number}")
  EnquiryView get(Actor actor, @PathVariable String number) {
    var reader = Reader.of(actor);
    return views.whole(find(number, reader), reader, clock.instant());
  }

  @PostMapping("/api/enquiries/{number}/acts")
  EnquiryView act(Actor actor, @PathVariable String number, @RequestBody OrderForm form) {
    var reader = Reader.of(actor);
    var seen = find(number, reader);
    acting.act(seen, form, actor);
    return views.whole(store.findByNumber(number).orElse(seen), reader, clock.instant());
  }

  private Enquiry find(String number, Reader reader) {
    return store
        .findByNumber(number)
        .filter(one -> one.question().divisionCode().startsWith(reader.division()))
        .filter(
            one -> reader.onlyUnit() == null || reader.onlyUnit().equals(one.progress().unitCode))
        .orElseThrow(() -> Problem.notFound().asException());
  }

  private static LocalDate day(
      @Nullable String text, LocalDate usual, String field, Violations wrong) {
    if (text == null || text.isBlank()) {
      return usual;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException unreadable) {
      wrong.add(field, "must be a day such as 2026-11-23");
      return usual;
    }
  }
}
