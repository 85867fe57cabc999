package org.citygrid.intake.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.citygrid.asset.Kind;
import org.citygrid.intake.form.JsonForm;
import org.citygrid.intake.photo.PhotoCleaner;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Role;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionSystemException;
import tools.jackson.databind.json.JsonMapper;

/// Somebody finds the matter reported already and follows it: they get a receipt of their own, and
/// the first report's case counts one reporter more. A follow is stored and told like a report, so
/// it is kept and counted exactly once.
final class Following {
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final ReportTable table;
  private final GroupCommit<Filing, Acceptance> commits;
  private final ReportCounts counts;
  private final TownClock clock;
  private final SecureRandom random = new SecureRandom();

  Following(
      JdbcClient jdbc,
      JsonMapper json,
      ReportTable table,
      GroupCommit<Filing, Acceptance> commits,
      ReportCounts counts,
      TownClock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.table = table;
    this.commits = commits;
    this.counts = counts;
    this.clock = clock;
  }

  /// The matter to follow, as far as a follow repeats it: not what the other said or sent.
  private record Matter(
      UUID reportId,
      String kind,
      String classCode,
      @Nullable String edition,
      @Nullable String componentCode,
      double lon,
      double lat,
      @Nullable String divisionCode,
      @Nullable String cellCode,
      @Nullable String dutyGridCode,
      @Nullable String state) {}

  /// @param what the id that similar matters are told with, or a receipt
  /// @throws org.citygrid.platform.problem.ProblemException 404 for nothing known, 409 when the
  ///   matter is over
  Acceptance follow(String what, byte[] body, @Nullable String key, @Nullable Actor actor) {
    Violations violations = new Violations();
    UUID id = key == null ? UUID.randomUUID() : JsonForm.findUuid(key.strip());
    violations.require(id != null, "Idempotency-Key", "must be a UUID");
    JsonForm form =
        JsonForm.parse(json, body.length == 0 ? "{}".getBytes(UTF_8) : body, violations)
            .orElse(null);
    if (form == null || id == null) {
      throw Problem.badRequest(violations.list()).asException();
    }
    Contact contact = form.object("contact").map(Contact::read).orElse(Contact.NONE);
    boolean wantsReply = form.flag("wantsReply");
    form.finish();
    violations.throwIfAny();
    Matter matter = find(what).orElseThrow(() -> Problem.notFound().asException());
    String hash =
        PhotoCleaner.sha256(("follow " + matter.reportId() + " " + form.content()).getBytes(UTF_8));
    var before = table.findAll(List.of(id)).get(id);
    Acceptance acceptance =
        before != null
            ? before.compare(hash)
            : store(report(id, hash, matter, contact, wantsReply, actor), matter);
    if (acceptance instanceof Acceptance.Clash) {
      throw Problem.conflict(
              "This Idempotency-Key belongs to another report; a new report needs a new key.",
              Map.of())
          .asException();
    }
    return acceptance;
  }

  private Acceptance store(Report report, Matter matter) {
    if (isOver(matter)) {
      throw Problem.conflict(
              "This matter is over; please report what you see now.",
              Map.of("state", String.valueOf(matter.state())))
          .asException();
    }
    try {
      Acceptance acceptance = commits.write(Filing.of(report));
      counts.count(report.source(), "followed");
      return acceptance;
    } catch (GroupCommit.Overloaded | TransactionSystemException unknown) {
      counts.count(report.source(), "unavailable");
      throw Problem.unavailable().asException();
    }
  }

  private static boolean isOver(Matter matter) {
    return matter.state() != null
        && List.of("CLOSED", "REFUSED", "VOIDED").contains(matter.state());
  }

  /// Who follows a follower follows what that one follows.
  private Optional<Matter> find(String what) {
    UUID id = JsonForm.findUuid(what);
    String receipt = Receipt.read(what).map(Receipt::code).orElse(null);
    return jdbc.sql(
            """
            select m.report_id, m.kind, m.class_code, m.edition, m.component_code, m.lon, m.lat,
              m.division_code, m.cell_code, m.duty_grid_code, s.to_state as state
            from intake.report r
            join intake.report m on m.report_id = intake.followed(r.report_id)
            join intake.report_standing s on s.report_id = m.report_id
            where r.report_id = cast(:id as uuid) or r.receipt = :receipt
            """)
        .param("id", id)
        .param("receipt", receipt)
        .query(Matter.class)
        .optional();
  }

  private Report report(
      UUID id,
      String hash,
      Matter matter,
      Contact contact,
      boolean wantsReply,
      @Nullable Actor actor) {
    Instant now = clock.instant();
    boolean collector = actor != null && actor.has(Role.COLLECTOR);
    String who = actor == null ? null : actor.userName();
    boolean acceptor = actor != null && actor.has(Role.ACCEPTOR);
    return new Report(
        id,
        Receipt.draw(random).code(),
        hash,
        collector ? "collector" : "public",
        collector ? "field" : acceptor ? "hotline" : "web",
        collector ? who : null,
        collector ? null : who,
        Kind.of(matter.kind()),
        matter.classCode(),
        matter.edition(),
        null,
        matter.componentCode(),
        matter.lon(),
        matter.lat(),
        matter.lon(),
        matter.lat(),
        "wgs84",
        null,
        null,
        null,
        "",
        now,
        now,
        wantsReply,
        false,
        false,
        List.of(),
        matter.divisionCode(),
        matter.cellCode(),
        matter.dutyGridCode(),
        contact.name(),
        contact.phone(),
        contact.email(),
        matter.reportId());
  }
}
