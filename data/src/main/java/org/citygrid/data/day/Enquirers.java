package org.citygrid.data.day;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.citygrid.data.api.Answer;
import org.citygrid.data.api.Api;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// People who ask, complain, suggest and call for help, read the answers, and say how they like
/// them.
final class Enquirers {

  private static final double REQUESTS_A_DAY = 40;
  private static final int AT_FIRST = 9;
  private static final double RATES = 0.7;
  private static final double UNSATISFIED = 0.06;
  private static final String[] CHANNELS = {"hotline", "microblog", "wechat", "letter", "visit"};
  private static final double[] SHARES = {0.45, 0.25, 0.15, 0.08, 0.07};
  private static final Duration READS_LEAST = Duration.ofMinutes(2);
  private static final Duration READS_MOST = Duration.ofMinutes(30);

  private final Api nobody;
  private final Function<String, Api> users;
  private final ZoneId zone;
  private final double speed;
  private final Patience patience;
  private final Figures figures;
  private final JsonMapper json;
  private final RandomGenerator random;
  private final Set<String> unread = ConcurrentHashMap.newKeySet();
  private boolean begun;

  Enquirers(
      Api nobody,
      Function<String, Api> users,
      ZoneId zone,
      double speed,
      Patience patience,
      Figures figures,
      JsonMapper json,
      RandomGenerator random) {
    this.nobody = nobody;
    this.users = users;
    this.zone = zone;
    this.speed = speed;
    this.patience = patience;
    this.figures = figures;
    this.json = json;
    this.random = random;
  }

  /// Time until somebody asks again, by the hour of the day.
  Duration pause() {
    if (!begun) {
      return Duration.ofSeconds(5);
    }
    double perSecond =
        REQUESTS_A_DAY
            / 86_400
            * Math.max(0.7, DayCurve.intensity(Instant.now().atZone(zone).getHour()))
            * speed;
    return Duration.ofMillis((long) (-Math.log(1 - random.nextDouble()) / perSecond * 1000));
  }

  /// Where nobody has asked anything yet, some come at once: a desk that is being tried is not
  /// empty.
  void askOnce() throws InterruptedException {
    int times = begun || hasSome() ? 1 : AT_FIRST;
    begun = true;
    for (int n = 0; n < times; n++) {
      ask(Topic.any(random));
    }
  }

  private boolean hasSome() throws InterruptedException {
    Answer found = users.apply("acceptor").get("/api/enquiries?queue=all&limit=1");
    return !found.isOk() || !found.body().path("items").isEmpty();
  }

  private void ask(Topic topic) throws InterruptedException {
    ObjectNode enquiry =
        json.createObjectNode().put("kind", topic.kind()).put("text", topic.text());
    boolean online = random.nextDouble() < 0.4;
    if (!online) {
      enquiry.put("channel", channel(random));
    }
    Api by = online ? nobody : users.apply("acceptor");
    Answer answer =
        by.post("/api/enquiries", enquiry, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    if (!answer.isOk()) {
      figures.refused("request: " + answer.problem());
      return;
    }
    figures.enquiries.increment();
    if (random.nextDouble() < RATES && unread.size() < 500) {
      unread.add(answer.body().path("receipt").asString());
    }
  }

  /// A way other than the web.
  static String channel(RandomGenerator random) {
    double chance = random.nextDouble();
    for (int at = 0; at < SHARES.length; at++) {
      chance -= SHARES[at];
      if (chance < 0) {
        return CHANNELS[at];
      }
    }
    return CHANNELS[0];
  }

  /// Looks whether answers have come, and rates those that were read.
  void readOnce() throws InterruptedException {
    for (String receipt : unread) {
      Answer story = nobody.get("/api/reports/" + receipt);
      boolean answered = story.isOk() && story.body().path("mayRate").asBoolean(false);
      if (answered && patience.isOver("read " + receipt, READS_LEAST, READS_MOST)) {
        unread.remove(receipt);
        rate(receipt);
      }
    }
  }

  private void rate(String receipt) throws InterruptedException {
    ObjectNode rating = json.createObjectNode();
    if (random.nextDouble() < UNSATISFIED) {
      rating.put("stars", 1 + random.nextInt(2)).put("words", "没有说清楚什么时候能办好");
    } else {
      rating.put("stars", random.nextDouble() < 0.12 ? 3 : 4 + random.nextInt(2));
    }
    Answer answer = nobody.post("/api/enquiries/" + receipt + "/satisfaction", rating);
    if (!answer.isOk() && answer.status() != 409) {
      figures.refused("rating: " + answer.problem());
    }
  }
}
