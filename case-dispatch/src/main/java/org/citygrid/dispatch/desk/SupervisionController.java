package org.citygrid.dispatch.desk;

import static java.util.Objects.requireNonNullElse;

import java.sql.Timestamp;
import java.util.Map;
import java.util.Set;
import org.citygrid.dispatch.casefile.CaseFile;
import org.citygrid.dispatch.casefile.CaseStore;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Role;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Answers to chases. An answer moves no case: whoever has it says how it stands, and the chase no
/// longer waits.
@RestController
class SupervisionController {
  private static final int LONGEST = 2_000;
  private static final Set<Role> OFFICE = Set.of(Role.ACCEPTOR, Role.SHIFT_LEADER, Role.DISPATCHER);

  private final CaseStore store;
  private final CaseDetails details;
  private final JdbcClient jdbc;
  private final TownClock clock;

  SupervisionController(CaseStore store, CaseDetails details, JdbcClient jdbc, TownClock clock) {
    this.store = store;
    this.details = details;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  record ReplyForm(@Nullable String reply) {}

  /// @return the case with the answer in it; 409 when it is answered already or is not the caller's
  ///   to answer
  @PostMapping("/api/cases/{number}/supervisions/{seq}/reply")
  CaseDetail reply(
      Actor actor,
      @PathVariable String number,
      @PathVariable int seq,
      @RequestBody ReplyForm form) {
    var reader = Reader.of(actor);
    var file =
        store
            .findByNumber(number, reader.division())
            .filter(reader::mayRead)
            .orElseThrow(() -> Problem.notFound().asException());
    var words = requireNonNullElse(form.reply(), "").strip();
    var wrong = new Violations();
    wrong.require(!words.isEmpty(), "reply", "must be given");
    wrong.require(
        words.length() <= LONGEST && words.indexOf('\0') < 0,
        "reply",
        "must be text of at most %d characters".formatted(LONGEST));
    wrong.throwIfAny();
    if (!mayAnswer(file, reader)) {
      throw refused(file, "The answer is for whoever has the case.");
    }
    store(file, seq, words, actor);
    return details.of(file, reader, clock.instant());
  }

  private void store(CaseFile file, int seq, String words, Actor actor) {
    int written =
        jdbc.sql(
                """
                update dispatch.supervision set replied_at = :now, replied_by = :by, reply = :reply
                where case_id = :id and seq = :seq and replied_at is null
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("by", actor.userName())
            .param("reply", words)
            .param("id", file.id())
            .param("seq", seq)
            .update();
    if (written == 0) {
      throw exists(file, seq)
          ? refused(file, "This chase has been answered already.")
          : Problem.notFound().asException();
    }
  }

  private boolean exists(CaseFile file, int seq) {
    return jdbc.sql(
            "select exists (select from dispatch.supervision where case_id = :id and seq = :seq)")
        .param("id", file.id())
        .param("seq", seq)
        .query(Boolean.class)
        .single();
  }

  /// Anybody of the department that has the case and may read it, the worker to whom it was given
  /// as well; or the office of those whose turn it is: while a collector is out, the desk that sent
  /// the collector answers.
  private static boolean mayAnswer(CaseFile file, Reader reader) {
    return switch (file.state().holder()) {
      case DEPARTMENT -> reader.unitOrNone().equals(file.standing().unitCode);
      case COLLECTOR -> reader.actor().roles().stream().anyMatch(OFFICE::contains);
      default -> reader.posts().contains(file.state().holder()) || reader.isTurnOf(file.standing());
    };
  }

  private static RuntimeException refused(CaseFile file, String detail) {
    return Problem.conflict(
            detail, Map.of("state", file.state().name(), "version", file.standing().version))
        .asException();
  }
}
