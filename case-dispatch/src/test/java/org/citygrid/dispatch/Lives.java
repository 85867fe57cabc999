package org.citygrid.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/// Made-up pasts of cases: ways a case may go, each by the rules, walked at random paces by random
/// people and broken off anywhere.
final class Lives {
  private static final String SUSPENDED =
      "ACCEPT FILE DISPATCH:roads ASK_SUSPENSION GRANT_SUSPENSION";

  private static final List<String> WAYS =
      List.of(
          "ACCEPT FILE DISPATCH:roads HAND_IN SEND_CHECK CHECK_PASS CLOSE",
          "SEND_VERIFY VERIFY_TRUE ACCEPT FILE DISPATCH:parks HAND_IN SEND_CHECK CHECK_PASS CLOSE",
          "SEND_VERIFY VERIFY_FALSE REFUSE",
          "SEND_VERIFY VERIFY_FALSE SEND_VERIFY VERIFY_TRUE ACCEPT FILE DISPATCH:roads HAND_IN",
          "REFUSE",
          "ACCEPT REFUSE_FILING",
          "ACCEPT RETURN_TO_ACCEPTOR ACCEPT FILE DISPATCH:roads HAND_IN SEND_CHECK CHECK_PASS CLOSE",
          "ACCEPT FILE ASK_VOID DENY_VOID DISPATCH:parks HAND_IN REJECT_RESULT HAND_IN",
          "ACCEPT FILE ASK_VOID GRANT_VOID",
          "ACCEPT FILE DISPATCH:roads ASK_RETURN GRANT_RETURN DISPATCH:parks HAND_IN SEND_CHECK CHECK_PASS CLOSE",
          "ACCEPT FILE DISPATCH:roads ASK_RETURN GRANT_RETURN ASK_VOID GRANT_VOID",
          "ACCEPT FILE DISPATCH:parks ASK_RETURN DENY_RETURN ASK_EXTENSION GRANT_EXTENSION HAND_IN SEND_CHECK CHECK_PASS CLOSE",
          "ACCEPT FILE DISPATCH:roads ASK_SUSPENSION GRANT_SUSPENSION RESUME HAND_IN SEND_CHECK CHECK_PASS CLOSE",
          SUSPENDED,
          "ACCEPT FILE DISPATCH:roads HAND_IN SEND_CHECK CHECK_FAIL HAND_IN SEND_CHECK CHECK_FAIL HAND_IN SEND_CHECK CHECK_FAIL HAND_IN SEND_CHECK CHECK_PASS RETURN_TO_CHECK SEND_CHECK CHECK_PASS CLOSE",
          "ACCEPT FILE SUPERVISE DISPATCH:parks SUPERVISE SUPERVISE HAND_IN SEND_CHECK CHECK_PASS CLOSE APPEAL GRANT_APPEAL:DISPATCHER GRANT_APPEAL:ACCEPTOR",
          "ACCEPT FILE DISPATCH:parks HAND_IN SEND_CHECK CHECK_PASS CLOSE APPEAL GRANT_APPEAL:DISPATCHER GRANT_APPEAL:ACCEPTOR REOPEN",
          "ACCEPT FILE DISPATCH:roads HAND_IN SEND_CHECK CHECK_PASS CLOSE APPEAL DENY_APPEAL:DISPATCHER",
          "ACCEPT FILE DISPATCH:roads HAND_IN SEND_CHECK CHECK_PASS CLOSE REOPEN");

  private final Random random;

  Lives(long seed) {
    this.random = new Random(seed);
  }

  /// Some acts of a case, one a line.
  ///
  /// @param conditionId under which it is filed
  List<String> acts(UUID report, Instant reported, String conditionId) {
    var steps = WAYS.get(random.nextInt(WAYS.size())).split(" ");
    int length = random.nextInt(4) == 0 ? random.nextInt(steps.length + 1) : steps.length;
    return acts(report, reported, conditionId, List.of(steps).subList(0, length), this::pause);
  }

  /// The acts of a case that is suspended for nine days, all within some minutes.
  List<String> suspended(UUID report, Instant reported, String conditionId) {
    return acts(
        report, reported, conditionId, List.of(SUSPENDED.split(" ")), () -> Duration.ofMinutes(1));
  }

  private List<String> acts(
      UUID report,
      Instant reported,
      String conditionId,
      List<String> steps,
      Supplier<Duration> pause) {
    var lines = new ArrayList<String>();
    var at = reported;
    var unit = "roads";
    for (var each : steps) {
      at = at.plus(pause.get());
      var step = each.split(":");
      if (step[0].equals("DISPATCH")) {
        unit = step[1];
      }
      lines.add(line(report, step, at, unit, conditionId));
    }
    return lines;
  }

  /// Mostly minutes, now and then many days.
  private Duration pause() {
    return random.nextInt(6) == 0
        ? Duration.ofHours(random.nextInt(400))
        : Duration.ofSeconds(random.nextInt(4_000));
  }

  private String line(UUID report, String[] step, Instant at, String unit, String conditionId) {
    var role =
        switch (step[0]) {
          case "GRANT_APPEAL", "DENY_APPEAL" -> step[1];
          case "VERIFY_TRUE", "VERIFY_FALSE", "CHECK_PASS", "CHECK_FAIL" -> "COLLECTOR";
          case "FILE",
              "REFUSE_FILING",
              "RETURN_TO_ACCEPTOR",
              "GRANT_VOID",
              "DENY_VOID",
              "CLOSE",
              "RETURN_TO_CHECK",
              "SUPERVISE",
              "REOPEN" ->
              "SHIFT_LEADER";
          case "DISPATCH",
              "ASK_VOID",
              "GRANT_RETURN",
              "DENY_RETURN",
              "GRANT_EXTENSION",
              "GRANT_SUSPENSION",
              "RESUME",
              "REJECT_RESULT" ->
              "DISPATCHER";
          case "ASK_RETURN", "ASK_EXTENSION", "ASK_SUSPENSION", "HAND_IN", "APPEAL" -> "DEPARTMENT";
          default -> "ACCEPTOR";
        };
    return """
    {"reportId": "%s", "action": "%s", "at": "%s", "actor": "%s", "role": "%s", "opinion": "synthetic", \
    "unitCode": %s, "conditionId": %s, "until": %s}
    """
        .formatted(
            report,
            step[0],
            at,
            actor(role, unit),
            role,
            step[0].equals("DISPATCH") || role.equals("DEPARTMENT") ? quoted(unit) : "null",
            step[0].equals("FILE") ? quoted(conditionId) : "null",
            step[0].contains("SUSPENSION")
                ? quoted(at.plus(Duration.ofDays(9)).toString())
                : "null");
  }

  private String actor(String role, String unit) {
    return switch (role) {
      case "COLLECTOR" -> "collector01";
      case "DEPARTMENT" -> "unit-" + unit;
      case "ACCEPTOR" -> random.nextBoolean() ? "acceptor" : "acceptor2";
      case "SHIFT_LEADER" -> random.nextBoolean() ? "leader" : "leader2";
      default -> random.nextBoolean() ? "dispatcher" : "dispatcher2";
    };
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
