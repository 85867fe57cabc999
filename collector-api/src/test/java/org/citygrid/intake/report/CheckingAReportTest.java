package org.citygrid.intake.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.citygrid.intake.form.JsonForm;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Role;
import org.citygrid.platform.problem.FieldError;
import org.citygrid.platform.problem.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CheckingAReportTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final Actor COLLECTOR =
      new Actor("collector07", "Li", Set.of(Role.COLLECTOR), null, "440605125");
  private static final Actor ACCEPTOR =
      new Actor("acceptor", "Chen", Set.of(Role.ACCEPTOR), null, "440605125");

  /// The good report, with some fields replaced or added, each given as `field: value`.
  private static String good(String... changes) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("kind", "\"component\"");
    fields.put("classCode", "\"0137\"");
    fields.put("location", "{\"lon\": 113.11, \"lat\": 23.11}");
    fields.put("description", "\"The lamp is out\"");
    fields.put("observedAt", "\"2026-11-23T07:59:00Z\"");
    for (String change : changes) {
      int colon = change.indexOf(':');
      fields.put(change.substring(0, colon), change.substring(colon + 1));
    }
    return fields.entrySet().stream()
        .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private record Outcome(Optional<Report> report, List<FieldError> errors) {
    List<String> fields() {
      return errors.stream().map(FieldError::field).distinct().toList();
    }
  }

  private static Outcome check(String body) {
    return check(body, null, false, 0);
  }

  private static Outcome check(String body, Actor actor, boolean migrated, int files) {
    Violations violations = new Violations();
    Optional<JsonForm> form = JsonForm.parse(JsonMapper.shared(), body.getBytes(UTF_8), violations);
    if (form.isEmpty()) {
      return new Outcome(Optional.empty(), violations.list());
    }
    ReportForm read = ReportForm.read(form.get());
    form.get().finish();
    Origin origin =
        migrated ? Origin.migrated(read, "x", violations) : Origin.of(actor, read, violations);
    Submission sent =
        new Submission(UUID.randomUUID(), "R", "h", read, origin, files, read.photoIds(), NOW);
    Optional<Report> report = new ReportCheck(Towns.small()).check(sent, violations);
    return new Outcome(report, violations.list());
  }

  @Test
  void a_good_report_lies_in_its_cell_and_duty_grid() {
    Report report = check(good()).report().orElseThrow();

    assertThat(report.cellCode()).isEqualTo("440605125001007");
    assertThat(report.dutyGridCode()).isEqualTo("440605125G07");
    assertThat(report.divisionCode()).isEqualTo("440605125001");
  }

  @Test
  void every_wrong_field_is_named_at_once() {
    Outcome outcome =
        check(
            """
            {"kind": "thing", "classCode": 137, "location": {"lon": 200, "lat": "north"},
             "description": 5, "observedAt": "yesterday", "contact": {"phone": "call me"},
             "wantsReply": "yes", "colour": "red"}
            """);

    assertThat(outcome.fields())
        .contains(
            "kind",
            "classCode",
            "location.lat",
            "description",
            "observedAt",
            "contact.phone",
            "wantsReply",
            "colour");
    assertThat(outcome.report()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          kind: null                                             | kind
          kind: "thing"                                          | kind
          kind: "event"                                          | classCode
          classCode: "9999"                                      | classCode
          classCode: null                                        | classCode
          classCode: 137                                         | classCode
          edition: "CJ/T 214-2007"                               | edition
          conditionId: "no-such"                                 | conditionId
          componentCode: "4406050137000999"                      | componentCode
          location: null                                         | location
          location: "here"                                       | location
          location: {"lon": 113.11}                              | location.lat
          location: {"lon": null, "lat": null}                   | location.lon,location.lat
          location: {"lon": "113.11", "lat": 23.11}              | location.lon
          location: {"lon": 1e999, "lat": 23.11}                 | location.lon
          location: {"lon": 181, "lat": 23.11}                   | location.lon
          location: {"lon": 113.11, "lat": -91}                  | location.lat
          location: {"lon": 0, "lat": 0}                         | location.lon
          location: {"lon": 114.5, "lat": 22.1}                  | location
          location: {"lon": 113.11, "lat": 23.11, "crs": "utm"}  | location.crs
          location: {"lon": 113.11, "lat": 23.11, "accuracyMetres": -1} | location.accuracyMetres
          location: {"lon": 113.11, "lat": 23.11, "alt": 7}      | location.alt
          pin: {"lon": 114.5, "lat": 22.1}                       | pin
          pin: {"lon": 113.11}                                   | pin.lat
          description: ""                                        | description
          description: "bell \\u0007"                            | description
          description: "nul \\u0000"                             | description
          description: "half \\ud83d"                            | description
          observedAt: "2026-11-23T08:06:00Z"                     | observedAt
          observedAt: "2026-10-01T08:00:00Z"                     | observedAt
          observedAt: "2026-11-23 08:00"                         | observedAt
          observedAt: 1763884800                                 | observedAt
          contact: {"phone": "<script>"}                         | contact.phone
          contact: {"email": "a@b"}                              | contact.email
          contact: {"name": "a\\nb"}                             | contact.name
          contact: {"wechat": "x"}                               | contact.wechat
          contact: []                                            | contact
          photoIds: "x"                                          | photoIds
          photoIds: [1]                                          | photoIds[0]
          photoIds: ["a", "a"]                                   | photoIds
          wantsReply: 1                                          | wantsReply
          selfHandled: true                                      | selfHandled
          channel: "hotline"                                     | channel
          source: "higher"                                       | source
          state: "CLOSED"                                        | state
          """)
  void one_wrong_field_is_named(String change, String fields) {
    Outcome outcome = check(good(change));

    assertThat(outcome.fields()).containsExactly(fields.split(","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {
          [1, 2]
          null
          "text"
          {"kind": NaN}
          {"kind": "component"} {"again": 1}
          """)
  void what_is_not_one_json_object_is_told_of_as_the_body(String body) {
    assertThat(check(body).fields()).containsExactly("body");
  }

  @Test
  void deep_nesting_is_malformed_and_not_a_stack_overflow() {
    String deep = "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000);

    assertThat(check(deep).fields()).containsExactly("body");
  }

  @Test
  void swapped_axes_are_hinted_at() {
    Outcome outcome = check(good("location: {\"lon\": 23.11, \"lat\": 113.11}"));

    assertThat(outcome.errors())
        .singleElement()
        .satisfies(error -> assertThat(error.message()).contains("look swapped"));
  }

  @Test
  void a_place_far_outside_says_how_far() {
    Outcome outcome = check(good("location: {\"lon\": 114.5, \"lat\": 22.1}"));

    assertThat(outcome.errors().getFirst().message())
        .contains("12.3 km outside every division served here");
  }

  @Test
  void a_condition_of_another_class_is_refused() {
    Outcome outcome =
        check(good("kind: \"event\"", "classCode: \"0105\"", "conditionId: \"lamp-out\""));

    assertThat(outcome.fields()).containsExactly("conditionId");
  }

  @Test
  void an_event_has_no_component() {
    Outcome outcome =
        check(
            good(
                "kind: \"event\"", "classCode: \"0105\"", "componentCode: \"" + Towns.LAMP + "\""));

    assertThat(outcome.fields()).containsExactly("componentCode");
  }

  @Test
  void a_condition_may_stand_for_words() {
    assertThat(check(good("description: \"\"", "conditionId: \"lamp-out\"")).report()).isPresent();
  }

  @Test
  void a_photo_may_stand_for_words() {
    assertThat(check(good("description: \"\""), null, false, 1).report()).isPresent();
  }

  @Test
  void ten_photos_are_too_many() {
    assertThat(check(good(), null, false, 9).report()).isPresent();
    assertThat(check(good(), null, false, 10).fields()).containsExactly("photos");
  }

  @Test
  void a_description_may_have_two_thousand_characters_and_no_more() {
    String longest = "灯".repeat(1999) + "\uD83D\uDCA1";

    assertThat(check(good("description: \"" + longest + "\"")).report()).isPresent();
    assertThat(check(good("description: \"" + longest + "灯\"")).fields())
        .containsExactly("description");
  }

  @Test
  void line_breaks_stay_in_a_description() {
    Report report = check(good("description: \"one\\r\\ntwo\"")).report().orElseThrow();

    assertThat(report.description()).isEqualTo("one\ntwo");
  }

  @Test
  void a_phone_may_run_five_minutes_ahead() {
    assertThat(check(good("observedAt: \"2026-11-23T08:05:00Z\"")).report()).isPresent();
  }

  @Test
  void only_a_migration_may_tell_of_the_past() {
    String old = good("observedAt: \"2026-08-01T08:00:00+08:00\"");

    assertThat(check(old).fields()).containsExactly("observedAt");
    assertThat(check(old, null, true, 0).report().orElseThrow().migrated()).isTrue();
  }

  @Test
  void a_shifted_fix_is_straightened_and_kept_as_it_was() {
    Report report =
        check(good("location: {\"lon\": 113.1154, \"lat\": 23.1073, \"crs\": \"gcj02\"}"))
            .report()
            .orElseThrow();

    assertThat(report.lon()).isCloseTo(113.110, within(0.001));
    assertThat(report.lat()).isCloseTo(23.110, within(0.001));
    assertThat(report.fixLon()).isEqualTo(113.1154);
    assertThat(report.fixCrs()).isEqualTo("gcj02");
  }

  @Test
  void the_pin_is_the_place_and_the_fix_is_kept() {
    Report report =
        check(
                good(
                    "location: {\"lon\": 114.5, \"lat\": 22.1, \"accuracyMetres\": 800}",
                    "pin: {\"lon\": 113.105, \"lat\": 23.105}"))
            .report()
            .orElseThrow();

    assertThat(report.lon()).isEqualTo(113.105);
    assertThat(report.fixLon()).isEqualTo(114.5);
    assertThat(report.accuracyMetres()).isEqualTo(800);
    assertThat(report.pinLon()).isEqualTo(113.105);
  }

  @Test
  void a_stranger_is_the_public_on_the_web() {
    Report report = check(good()).report().orElseThrow();

    assertThat(report.source()).isEqualTo("public");
    assertThat(report.channel()).isEqualTo("web");
    assertThat(report.reporter()).isNull();
  }

  @Test
  void a_collector_reports_from_the_field_by_name() {
    Report report = check(good("selfHandled: true"), COLLECTOR, false, 0).report().orElseThrow();

    assertThat(report.source()).isEqualTo("collector");
    assertThat(report.channel()).isEqualTo("field");
    assertThat(report.reporter()).isEqualTo("collector07");
    assertThat(report.selfHandled()).isTrue();
  }

  @Test
  void an_acceptor_registers_what_callers_say() {
    Report report =
        check(good("channel: \"hotline\"", "source: \"higher\""), ACCEPTOR, false, 0)
            .report()
            .orElseThrow();

    assertThat(report.channel()).isEqualTo("hotline");
    assertThat(report.source()).isEqualTo("higher");
    assertThat(report.registeredBy()).isEqualTo("acceptor");
  }

  @Test
  void neither_a_log_nor_the_topic_learns_who_the_citizen_is() {
    Report report =
        check(good("contact: {\"name\": \"Canary Wong\", \"phone\": \"13800001234\"}"))
            .report()
            .orElseThrow();

    String told = JsonMapper.shared().writeValueAsString(ReportMessage.of(report).payload());

    assertThat(report.contactPhone()).isEqualTo("13800001234");
    assertThat(told + report).doesNotContain("13800001234", "Canary");
  }

  @Test
  void the_message_goes_to_the_duty_grid() {
    Report report = check(good()).report().orElseThrow();

    assertThat(ReportMessage.of(report).key()).isEqualTo("440605125G07");
  }
}
