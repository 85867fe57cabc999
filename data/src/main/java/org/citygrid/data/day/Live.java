package org.citygrid.data.day;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import org.citygrid.data.api.Accounts;
import org.citygrid.data.api.Api;
import org.citygrid.data.town.Town;
import org.citygrid.data.town.Unit;
import tools.jackson.databind.json.JsonMapper;

/// Keeps a simulated day going: people report, desks decide, departments handle, each at a human
/// pace, until the process is stopped.
public final class Live {

  private static final List<String> DESKS = List.of("acceptor", "leader", "leader2", "dispatcher");
  private static final List<String> ANSWERING = List.of("acceptor", "leader");
  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final Duration LOOK_AT_TASKS = Duration.ofSeconds(30);

  private final Api nobody;
  private final Accounts accounts;
  private final Town town;
  private final double speed;
  private final JsonMapper json;
  private final PrintStream out;
  private final Figures figures = new Figures();
  private final Map<String, Api> users = new ConcurrentHashMap<>();

  /// @param speed how much faster than life; 1 is real time
  public Live(
      Api nobody, Accounts accounts, Town town, double speed, JsonMapper json, PrintStream out) {
    this.nobody = nobody;
    this.accounts = accounts;
    this.town = town;
    this.speed = speed;
    this.json = json;
    this.out = out;
  }

  private interface Step {
    void run() throws InterruptedException;
  }

  private interface Pause {
    Duration next();
  }

  /// Never returns unless interrupted.
  public void run(ZoneId zone) throws InterruptedException {
    var patience = new Patience(speed);
    var reporters =
        new Reporters(nobody, this::user, town, zone, speed, figures, json, new SplittableRandom());
    List<Thread> people = new ArrayList<>();
    people.add(again(reporters::pause, reporters::reportOnce));
    for (String name : DESKS) {
      people.add(again(every(LOOK), desk(name, patience)::workOnce));
    }
    for (Unit unit : Unit.ALL) {
      people.add(again(every(LOOK), desk("unit-" + unit.code(), patience)::workOnce));
      people.add(again(every(LOOK), desk("worker-" + unit.code(), patience)::workOnce));
    }
    addEnquiries(people, zone, patience);
    town.dutyGrids()
        .forEach(grid ->
            people.add(
                again(every(LOOK_AT_TASKS), desk(grid.collector(), patience)::answerTasksOnce)));
    people.add(again(() -> Duration.ofMinutes(1), () -> tell(zone)));
    out.printf("simulating %d people at speed %s%n", people.size(), speed);
    new CountDownLatch(1).await();
  }

  /// Those who ask, and those who answer.
  private void addEnquiries(List<Thread> people, ZoneId zone, Patience patience) {
    var enquirers =
        new Enquirers(
            nobody, this::user, zone, speed, patience, figures, json, new SplittableRandom());
    people.add(again(enquirers::pause, enquirers::askOnce));
    people.add(again(every(LOOK_AT_TASKS), enquirers::readOnce));
    for (String name : ANSWERING) {
      people.add(again(every(LOOK_AT_TASKS), enquiryDesk(name, patience)::workOnce));
    }
    for (Unit unit : Unit.ALL) {
      people.add(
          again(every(LOOK_AT_TASKS), enquiryDesk("unit-" + unit.code(), patience)::workOnce));
    }
  }

  private EnquiryDesk enquiryDesk(String name, Patience patience) {
    return new EnquiryDesk(name, user(name), patience, figures, json, new SplittableRandom());
  }

  private void tell(ZoneId zone) {
    out.println(LocalTime.now(zone).truncatedTo(ChronoUnit.SECONDS) + " " + figures.line());
    out.flush();
  }

  private Desk desk(String name, Patience patience) {
    return new Desk(name, user(name), patience, figures, json, new SplittableRandom());
  }

  private Api user(String name) {
    return users.computeIfAbsent(name, it -> nobody.as(it, accounts.password(it)));
  }

  /// Looks more often when time runs faster, but not more than a server on a small machine likes.
  private Pause every(Duration pause) {
    double quicker = Math.clamp(speed, 1, 10);
    double shaken = 0.8 + 0.4 * ThreadLocalRandom.current().nextDouble();
    return () -> Duration.ofMillis((long) (pause.toMillis() * shaken / quicker));
  }

  private Thread again(Pause pause, Step step) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            while (true) {
              Thread.sleep(pause.next());
              tryOnce(step);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /// A person's slip must not end the day.
  private void tryOnce(Step step) throws InterruptedException {
    try {
      step.run();
    } catch (RuntimeException e) {
      figures.refused(e.toString());
    }
  }
}
