package org.citygrid.data.day;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.citygrid.data.api.Answer;
import org.citygrid.data.api.Api;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One person who answers requests, or passes them on, among the acts that CityGrid offers.
final class EnquiryDesk {

  private static final Duration LEAST = Duration.ofMinutes(4);
  private static final Duration MOST = Duration.ofMinutes(25);
  private static final double WRONG_UNIT = 0.03;

  private final String userName;
  private final Api api;
  private final Patience patience;
  private final Figures figures;
  private final JsonMapper json;
  private final RandomGenerator random;

  EnquiryDesk(
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

  /// Does what is due among the requests that wait for this person.
  void workOnce() throws InterruptedException {
    Answer mine = api.get("/api/enquiries?queue=mine&limit=100");
    if (!mine.isOk()) {
      figures.refused(userName + " looking at requests: " + mine.problem());
      return;
    }
    for (JsonNode summary : mine.body().path("items")) {
      String number = summary.path("number").asString("");
      String thing = userName + number + summary.path("version").asString("");
      if (patience.isOver(thing, LEAST, MOST)) {
        patience.forget(thing);
        actOn(number);
      }
    }
  }

  private void actOn(String number) throws InterruptedException {
    Answer found = api.get("/api/enquiries/" + number);
    ObjectNode act = found.isOk() ? choose(found.body()) : null;
    if (act == null) {
      return;
    }
    act.put("version", found.body().path("version").asLong(0));
    Answer answer = api.post("/api/enquiries/" + number + "/acts", act);
    if (answer.isOk()) {
      figures.acts.increment();
    } else if (answer.status() != 409) {
      figures.refused(userName + " on a request: " + answer.problem());
    }
  }

  /// Null when there is nothing sensible to do here.
  private @Nullable ObjectNode choose(JsonNode enquiry) {
    Set<String> offered = new HashSet<>();
    enquiry.path("actions").forEach(one -> offered.add(one.path("action").asString("")));
    if (offered.contains("CLOSE") && enquiry.path("state").asString("").equals("ANSWERED")) {
      return act("CLOSE");
    }
    Optional<Topic> topic = Topic.of(enquiry.path("text").asString(""));
    boolean returned = enquiry.path("history").toString().contains("\"RETURN\"");
    if (offered.contains("RETURN") && !returned && random.nextDouble() < WRONG_UNIT) {
      return act("RETURN").put("opinion", "不属于本单位职责，请转有关单位");
    }
    String unit = topic.map(Topic::unit).orElse("");
    boolean desk = !userName.startsWith("unit-");
    if (desk && !unit.isEmpty() && offered.contains("FORWARD") && !hasUnit(enquiry)) {
      return act("FORWARD").put("unitCode", unit).put("opinion", "请答复群众");
    }
    return offered.contains("ANSWER") ? act("ANSWER").put("answer", answer(topic)) : null;
  }

  private static boolean hasUnit(JsonNode enquiry) {
    return enquiry.has("unit");
  }

  private static String answer(Optional<Topic> topic) {
    return topic.map(Topic::answer).orElse("您好，来信已收到。这里是演示环境，由模拟的工作人员自动答复。");
  }

  private ObjectNode act(String action) {
    return json.createObjectNode().put("action", action);
  }
}
