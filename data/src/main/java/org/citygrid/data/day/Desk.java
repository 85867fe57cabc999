package org.citygrid.data.day;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.citygrid.data.api.Answer;
import org.citygrid.data.api.Api;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One person at a desk, in a department or on the street, who looks at what waits for them and
/// does the sensible thing among the actions that CityGrid offers.
final class Desk {

  private static final Duration DESK_LEAST = Duration.ofMinutes(3);
  private static final Duration DESK_MOST = Duration.ofMinutes(9);
  private static final Duration HANDLING_LEAST = Duration.ofMinutes(15);
  private static final Duration HANDLING_MOST = Duration.ofMinutes(110);
  private static final Duration TASK_LEAST = Duration.ofMinutes(5);
  private static final Duration TASK_MOST = Duration.ofMinutes(20);

  private final String userName;
  private final Api api;
  private final Patience patience;
  private final Figures figures;
  private final JsonMapper json;
  private final RandomGenerator random;

  Desk(
      String userName,
      Api api,
      Patience patience,
      Figures figures,
      JsonMapper json,
      RandomGenerator random) {
    this.userName = userName;
    this.api = api;
    this.patience = patience;
    this.figures = figures;
    this.json = json;
    this.random = random;
  }

  /// Does what is due among the cases that wait for this person.
  void workOnce() throws InterruptedException {
    Answer mine = api.get("/api/cases?queue=mine&limit=100");
    if (!mine.isOk()) {
      figures.refused(userName + " looking at cases: " + mine.problem());
      return;
    }
    for (JsonNode summary : mine.body().path("items")) {
      String number = summary.path("number").asString("");
      String state = summary.path("state").asString("");
      String thing = userName + number + state + summary.path("version").asString("");
      boolean handling = state.equals("HANDLING");
      if (patience.isOver(
          thing, handling ? HANDLING_LEAST : DESK_LEAST, handling ? HANDLING_MOST : DESK_MOST)) {
        patience.forget(thing);
        actOn(number);
      }
    }
  }

  /// Answers the verify and check tasks that are due.
  void answerTasksOnce() throws InterruptedException {
    Answer tasks = api.get("/api/tasks");
    if (!tasks.isOk()) {
      figures.refused(userName + " looking at tasks: " + tasks.problem());
      return;
    }
    for (JsonNode task : tasks.body().path("items")) {
      String id = task.path("taskId").asString("");
      if (patience.isOver(id, TASK_LEAST, TASK_MOST)) {
        answer(id, task.path("kind").asString(""));
      }
    }
  }

  private void answer(String id, String kind) throws InterruptedException {
    boolean good = random.nextDouble() > (kind.equals("verify") ? Teller.FALSE_REPORT : 0.01);
    String outcome = kind.equals("verify") ? (good ? "true" : "false") : good ? "pass" : "fail";
    ObjectNode result = json.createObjectNode().put("outcome", outcome);
    result.put("remark", good ? "现场情况属实" : "现场情况不符");
    String key = UUID.nameUUIDFromBytes((id + outcome).getBytes(UTF_8)).toString();
    Answer answer =
        api.post("/api/tasks/" + id + "/result", result, Map.of("Idempotency-Key", key));
    if (answer.isOk()) {
      figures.tasks.increment();
    } else if (answer.status() != 409) {
      figures.refused("task: " + answer.problem());
    }
  }

  private void actOn(String number) throws InterruptedException {
    Answer found = api.get("/api/cases/" + number);
    if (!found.isOk()) {
      figures.refused(userName + " opening a case: " + found.problem());
      return;
    }
    ObjectNode act = choose(found.body());
    if (act == null) {
      return;
    }
    act.put("version", found.body().path("version").asLong(0));
    Answer answer = api.post("/api/cases/" + number + "/acts", act);
    if (answer.isOk()) {
      figures.acts.increment();
    } else if (answer.status() != 409) {
      figures.refused(userName + " " + act.path("action").asString("") + ": " + answer.problem());
    }
  }

  /// Null when there is nothing sensible to do here.
  private @Nullable ObjectNode choose(JsonNode file) {
    Set<String> offered = new HashSet<>();
    file.path("actions").forEach(action -> offered.add(action.path("action").asString("")));
    for (String action : preferences(file)) {
      if (offered.contains(action)) {
        return complete(json.createObjectNode().put("action", action), action, file);
      }
    }
    return null;
  }

  private Iterable<String> preferences(JsonNode file) {
    if (userName.startsWith("unit-")) {
      return departmentWishes(file);
    }
    if (userName.startsWith("worker-")) {
      return List.of("WORK_DONE");
    }
    return switch (userName) {
      case "acceptor" -> acceptorWishes(file);
      case "leader" -> List.of("ARCHIVE", "GRANT_VOID", "FILE", "DISPATCH", "REFUSE_FILING");
      case "leader2" -> List.of("CLOSE");
      case "dispatcher" ->
          List.of("GRANT_RETURN", "GRANT_EXTENSION", "GRANT_SUSPENSION", "DISPATCH");
      default -> List.of();
    };
  }

  private Iterable<String> acceptorWishes(JsonNode file) {
    boolean known = was(file, "VERIFY_TRUE");
    if (was(file, "VERIFY_FALSE") && !known) {
      return List.of("REFUSE", "SEND_CHECK");
    }
    if (file.path("suspectedDuplicateOf").isString() && random.nextDouble() < 0.6) {
      return List.of("LINK", "SEND_CHECK");
    }
    boolean verify = file.path("source").asString("").equals("public") && !known;
    return verify
        ? List.of("CONFIRM_REWORK", "SEND_CHECK", "SEND_VERIFY")
        : List.of("CONFIRM_REWORK", "SEND_CHECK", "ACCEPT");
  }

  private Iterable<String> departmentWishes(JsonNode file) {
    double chance = random.nextDouble();
    boolean first = !was(file, "ASK_EXTENSION") && !was(file, "ASK_RETURN");
    if (first && chance < 0.014) {
      return List.of("ASK_EXTENSION");
    }
    if (first && chance < 0.02) {
      return List.of("ASK_RETURN");
    }
    if (first && chance < 0.024) {
      return List.of("ASK_SUSPENSION");
    }
    if (chance > 0.7 && !was(file, "ASSIGN_WORK")) {
      return List.of("ASSIGN_WORK", "HAND_IN");
    }
    return List.of("HAND_IN");
  }

  private ObjectNode complete(ObjectNode act, String action, JsonNode file) {
    switch (action) {
      case "FILE" -> act.put("conditionId", condition(file));
      case "DISPATCH" -> act.put("unitCode", unit(file));
      case "LINK" -> act.put("masterNumber", file.path("suspectedDuplicateOf").asString(""));
      case "ASSIGN_WORK" ->
          act.put("staff", file.path("workers").path(0).path("userName").asString(""));
      case "WORK_DONE", "HAND_IN" -> act.put("opinion", "已处置完毕");
      case "REFUSE" -> act.put("opinion", "经现场核实，未发现所反映的问题");
      case "REFUSE_FILING" -> act.put("opinion", "未达到立案条件");
      case "ASK_EXTENSION" -> act.put("opinion", "需协调材料和机械，申请延期");
      case "ASK_RETURN" -> act.put("opinion", "不属于本单位职责，申请退单");
      case "ASK_SUSPENSION" -> act.put("opinion", "需列入下一批工程实施，申请挂账").put("until", inAWeek());
      case "GRANT_SUSPENSION" -> act.put("until", inAWeek());
      default -> act.put("opinion", "同意");
    }
    return act;
  }

  private static String condition(JsonNode file) {
    String chosen = file.path("conditionId").asString("");
    return chosen.isEmpty() ? file.path("conditions").path(0).path("id").asString("") : chosen;
  }

  private static String unit(JsonNode file) {
    String proposed = file.path("proposedUnit").path("code").asString("");
    if (!proposed.isEmpty() && !was(file, "GRANT_RETURN")) {
      return proposed;
    }
    return CaseMix.unitFor(
        file.path("kind").asString(CaseMix.EVENT), file.path("classCode").asString(""), null);
  }

  private static boolean was(JsonNode file, String action) {
    for (JsonNode step : file.path("history")) {
      if (step.path("action").asString("").equals(action)) {
        return true;
      }
    }
    return false;
  }

  private static String inAWeek() {
    return Instant.now().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS).toString();
  }
}
