package org.citygrid.data.day;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.citygrid.data.api.Answer;
import org.citygrid.data.api.Api;
import org.citygrid.data.api.Multipart;
import org.citygrid.data.town.Town;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Those who see something: collectors on their rounds, citizens, callers.
final class Reporters {

  private static final double REPORTS_A_DAY = 340;

  /// Nights are livelier than in truth: whoever tries the demonstration may live far away.
  private static final double LEAST_INTENSITY = 0.7;

  private final Api nobody;
  private final Function<String, Api> users;
  private final ZoneId zone;
  private final double speed;
  private final Figures figures;
  private final JsonMapper json;
  private final RandomGenerator random;
  private final CaseMix mix;
  private final Places places;
  private final List<Patrol> patrols;

  Reporters(
      Api nobody,
      Function<String, Api> users,
      Town town,
      ZoneId zone,
      double speed,
      Figures figures,
      JsonMapper json,
      RandomGenerator random) {
    this.nobody = nobody;
    this.users = users;
    this.zone = zone;
    this.speed = speed;
    this.figures = figures;
    this.json = json;
    this.random = random;
    this.mix = new CaseMix();
    this.places = new Places(town, mix);
    this.patrols = new ArrayList<>();
    town.dutyGrids()
        .forEach(grid -> patrols.add(new Patrol(grid.collector(), places.round(grid.code()))));
  }

  /// Time until somebody reports again, by the hour of the day.
  Duration pause() {
    int hour = Instant.now().atZone(zone).getHour();
    double perSecond =
        REPORTS_A_DAY / 86_400 * Math.max(LEAST_INTENSITY, DayCurve.intensity(hour)) * speed;
    double seconds = -Math.log(1 - random.nextDouble()) / perSecond;
    return Duration.ofMillis((long) (seconds * 1000));
  }

  void reportOnce() throws InterruptedException {
    double chance = random.nextDouble();
    if (chance < 0.76) {
      reportOnPatrol();
    } else if (chance < 0.95) {
      reportAsCitizen();
    } else {
      reportByTelephone();
    }
  }

  private void reportOnPatrol() throws InterruptedException {
    Patrol patrol = patrols.get(random.nextInt(patrols.size()));
    Place place = patrol.at((long) (System.nanoTime() / 1e9 * speed));
    boolean component =
        random.nextDouble() < CaseMix.COMPONENT_PART
            && mix.hasCondition(CaseMix.COMPONENT, place.componentClass());
    ObjectNode report = component ? aboutComponent(place) : aboutEvent(place);
    if (!component && random.nextDouble() < 0.05) {
      report.put("selfHandled", true);
    }
    if (sendWithPhoto(users.apply(patrol.collector()), report)) {
      figures.field.increment();
    }
  }

  private void reportAsCitizen() throws InterruptedException {
    ObjectNode report = aboutEvent(places.any(random));
    boolean sent =
        random.nextDouble() < 0.6 ? sendWithPhoto(nobody, report) : sendPlain(nobody, report);
    if (sent) {
      figures.citizens.increment();
    }
  }

  private void reportByTelephone() throws InterruptedException {
    ObjectNode report = aboutEvent(places.any(random)).put("channel", "hotline");
    if (sendPlain(users.apply("acceptor"), report)) {
      figures.citizens.increment();
    }
  }

  private ObjectNode aboutComponent(Place place) {
    return report(place, CaseMix.COMPONENT, place.componentClass())
        .put("componentCode", place.componentCode());
  }

  private ObjectNode aboutEvent(Place place) {
    return report(place, CaseMix.EVENT, CaseMix.eventClass(random));
  }

  private ObjectNode report(Place place, String kind, String classCode) {
    ObjectNode report =
        json.createObjectNode()
            .put("kind", kind)
            .put("classCode", classCode)
            .put("description", place.address() + "附近，" + ClassNames.zh(kind, classCode))
            .put("observedAt", Instant.now().toString());
    report
        .putObject("location")
        .put("lon", place.lon())
        .put("lat", place.lat())
        .put("accuracyMetres", 4 + random.nextInt(12));
    return report;
  }

  private boolean sendWithPhoto(Api by, ObjectNode report) throws InterruptedException {
    var form = new Multipart().json("report", report.toString());
    form.jpeg("photos", "synthetic.jpg", Photo.jpeg(random));
    return note(by.post("/api/reports", form.mediaType(), form.body(), key()));
  }

  private boolean sendPlain(Api by, ObjectNode report) throws InterruptedException {
    return note(by.post("/api/reports", report, key()));
  }

  private boolean note(Answer answer) {
    if (!answer.isOk()) {
      figures.refused("report: " + answer.problem());
    }
    return answer.isOk();
  }

  private static Map<String, String> key() {
    return Map.of("Idempotency-Key", UUID.randomUUID().toString());
  }
}
