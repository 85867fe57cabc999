package org.citygrid.dispatch.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.citygrid.dispatch.casefile.CaseFile;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Remembers acts by the key that their sender made, so that one sent again after a lost answer is
/// carried out once.
@Component
class ActKeys {
  private static final int LONGEST = 200;
  private static final Duration KEPT = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final TownClock clock;

  ActKeys(JdbcClient jdbc, JsonMapper json, TownClock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /// Takes the key in the caller's transaction: what becomes of the act becomes of the key.
  ///
  /// @return false when the same act was carried out under it before
  /// @throws org.citygrid.platform.problem.ProblemException 409 when another act was
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean take(String key, CaseFile file, ActForm form, Actor actor) {
    var wrong = new Violations();
    wrong.require(
        !key.isBlank() && key.length() <= LONGEST, "Idempotency-Key", "must have 1 to 200 letters");
    wrong.throwIfAny();
    var content = digest(form);
    int taken =
        jdbc.sql(
                """
                insert into dispatch.case_act_key (actor, key, case_id, content, acted_at)
                values (:actor, :key, :id, :content, :now)
                on conflict do nothing
                """)
            .param("actor", actor.userName())
            .param("key", key)
            .param("id", file.id())
            .param("content", content)
            .param("now", Timestamp.from(clock.instant()))
            .update();
    if (taken == 1) {
      return true;
    }
    if (!isTheSame(key, file.id(), content, actor)) {
      throw Problem.conflict(
              "This key was used for another act; use a new one.",
              Map.of("state", file.state().name(), "version", file.standing().version))
          .asException();
    }
    return false;
  }

  private boolean isTheSame(String key, UUID caseId, String content, Actor actor) {
    return jdbc.sql(
            """
            select case_id = :id and content = :content from dispatch.case_act_key
            where actor = :actor and key = :key
            """)
        .param("actor", actor.userName())
        .param("key", key)
        .param("id", caseId)
        .param("content", content)
        .query(Boolean.class)
        .single();
  }

  private String digest(ActForm form) {
    try {
      var whole = json.writeValueAsString(form).getBytes(UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  @Scheduled(fixedDelay = 6 * 3_600_000L, initialDelay = 60_000)
  void forgetOld() {
    Instant before = clock.instant().minus(KEPT);
    jdbc.sql("delete from dispatch.case_act_key where acted_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }
}
