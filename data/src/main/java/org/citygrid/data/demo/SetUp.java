package org.citygrid.data.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citygrid.data.Catalogues;
import org.citygrid.data.api.Accounts;
import org.citygrid.data.api.Api;
import org.citygrid.data.day.CaseMix;
import org.citygrid.data.day.EnquiryHistory;
import org.citygrid.data.day.EnquirySender;
import org.citygrid.data.day.History;
import org.citygrid.data.day.HistorySender;
import org.citygrid.data.day.Told;
import org.citygrid.data.day.ToldEnquiry;
import org.citygrid.data.town.GeoJson;
import org.citygrid.data.town.Sequences;
import org.citygrid.data.town.Town;
import org.citygrid.data.town.Unit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Brings a fresh installation to the state of a town at work, one announced step after the other.
/// Running it again finds everything there and changes nothing.
public final class SetUp {

  private static final int COMPONENTS_A_BATCH = 25_000;
  private static final int A_FEW = 200;
  private static final String UNTIL = "history-until";
  private static final String DONE = "history-done";
  private static final String REQUESTS_UNTIL = "requests-until";
  private static final String REQUESTS_DONE = "requests-done";

  private final Api admin;
  private final Accounts accounts;
  private final Town town;
  private final JsonMapper json;
  private final GeoJson geoJson;
  private final PrintStream out;
  private List<ToldEnquiry> asked = List.of();

  public SetUp(Api admin, Accounts accounts, Town town, JsonMapper json, PrintStream out) {
    this.admin = admin;
    this.accounts = accounts;
    this.town = town;
    this.json = json;
    this.geoJson = new GeoJson(json);
    this.out = out;
  }

  private interface Step {
    String run() throws InterruptedException, IOException;
  }

  /// Units, people, land and components.
  public void town() throws InterruptedException, IOException {
    step("units", this::units);
    step("routing", this::responsibilities);
    step("users", this::users);
    step("grid", this::land);
    step("components", this::components);
  }

  /// Ninety days of cases and a year of requests that are none, ending now.
  public void history(long seed) throws InterruptedException, IOException {
    Instant now = Instant.now();
    step("requests", () -> questions(seed, now));
    step("history", () -> history(seed, now));
    step("answers", this::answers);
  }

  private void step(String name, Step step) throws InterruptedException, IOException {
    long start = System.nanoTime();
    String words = step.run();
    out.printf(Locale.ROOT, "  %-11s %s, %.1f s%n", name, words, (System.nanoTime() - start) / 1e9);
    out.flush();
  }

  private String units() throws InterruptedException {
    ArrayNode units = json.createArrayNode();
    for (Unit unit : Unit.ALL) {
      var node = units.addObject().put("code", unit.code()).put("kind", unit.kind());
      node.put("divisionCode", town.plan().code());
      node.putObject("name").put("zh", unit.nameZh()).put("en", unit.nameEn());
    }
    return created(admin.post("/api/units/import", units).orThrow("importing units"));
  }

  /// Which department answers for which class of event: a made-up town's own answer.
  private String responsibilities() throws InterruptedException {
    ArrayNode lines = json.createArrayNode();
    for (var row : Catalogues.rows(Catalogues.EVENT_CLASSES)) {
      if (Catalogues.CURRENT_EDITION.equals(row.get("edition"))) {
        String classCode = String.valueOf(row.get("code"));
        lines
            .addObject()
            .put("kind", "event")
            .put("classPrefix", classCode)
            .put("divisionCode", town.plan().code())
            .put("unitCode", CaseMix.unitFor("event", classCode, null));
      }
    }
    JsonNode taken =
        admin.post("/api/responsibilities/import", lines).orThrow("importing responsibilities");
    return "%d classes of events have a department".formatted(taken.path("lines").asInt(0));
  }

  private String users() throws InterruptedException, IOException {
    String password = accounts.shared();
    ArrayNode users = json.createArrayNode();
    List<Staff> staff = Staff.of(town);
    for (Staff person : staff) {
      var node =
          users
              .addObject()
              .put("userName", person.userName())
              .put("displayName", person.displayName())
              .put("password", password)
              .put("divisionCode", town.plan().code());
      person.roles().forEach(node.putArray("roles")::add);
      if (person.unitCode() != null) {
        node.put("unitCode", person.unitCode());
      }
    }
    JsonNode answer = admin.post("/api/users/import", users).orThrow("importing users");
    accounts.find("admin").ifPresent(secret -> accounts.put("admin", secret));
    staff.forEach(person -> accounts.put(person.userName(), password));
    accounts.write();
    return created(answer);
  }

  private String land() throws InterruptedException {
    JsonNode there =
        admin
            .get("/api/grids?limit=1000&division=" + town.plan().code())
            .orThrow("listing duty grids");
    if (there.path("items").size() >= town.dutyGrids().size()) {
      return town.dutyGrids().size() + " duty grids are there";
    }
    var towns = List.of(town);
    admin.post("/api/divisions/import", geoJson.divisions(towns)).orThrow("importing divisions");
    admin.post("/api/cells/import", geoJson.cells(towns)).orThrow("importing cells");
    admin.post("/api/grids/import", geoJson.dutyGrids(towns)).orThrow("importing duty grids");
    admin.post("/api/streets/import", geoJson.streets(towns)).orThrow("importing streets");
    return "%,d divisions, %,d cells, %d duty grids, %,d streets (synthetic)"
        .formatted(
            town.divisions().size(),
            town.cells().size(),
            town.dutyGrids().size(),
            town.streets().size());
  }

  private String components() throws InterruptedException {
    List<String> lines = new ArrayList<>(town.plan().components());
    String[] last = {""};
    town.forEachComponent(
        new Sequences(),
        component -> {
          lines.add(geoJson.line(component));
          last[0] = component.code();
        });
    if (admin.get("/api/components/" + last[0]).isOk()) {
      return "%,d are there".formatted(lines.size());
    }
    for (int i = 0; i < lines.size(); i += COMPONENTS_A_BATCH) {
      String batch =
          String.join("\n", lines.subList(i, Math.min(lines.size(), i + COMPONENTS_A_BATCH)));
      admin
          .post("/api/components/import", "application/x-ndjson", batch)
          .orThrow("importing components");
    }
    return "%,d imported (synthetic)".formatted(lines.size());
  }

  /// A history that was broken off is told again up to the same moment, so that nothing doubles.
  private String history(long seed, Instant now) throws InterruptedException, IOException {
    if (accounts.findNote(DONE).isPresent() || (accounts.findNote(UNTIL).isEmpty() && hasPast())) {
      return "is there already";
    }
    Instant until = accounts.findNote(UNTIL).map(Instant::parse).orElse(now);
    accounts.note(UNTIL, until.toString());
    accounts.write();
    List<Told> history = new History(seed, town, zone(), until).tell();
    var sender = new HistorySender(admin, json);
    sender.sendReports(history);
    HistorySender.Sent sent = sender.sendActs(history);
    sent.refusals().forEach((reason, count) -> out.printf("    refused %d: %s%n", count, reason));
    accounts.note(DONE, Instant.now().toString());
    accounts.write();
    return "%,d reports, %,d acts over %d days, %,d refused"
        .formatted(sent.reports(), sent.acts(), History.DAYS, sent.refused());
  }

  /// Told again up to the same moment when it was broken off, like the history of cases. What was
  /// asked is on its way while the cases are sent; then follows what was done about it.
  private String questions(long seed, Instant now) throws InterruptedException, IOException {
    if (accounts.findNote(REQUESTS_DONE).isPresent()) {
      return "are there already";
    }
    Instant until = accounts.findNote(REQUESTS_UNTIL).map(Instant::parse).orElse(now);
    accounts.note(REQUESTS_UNTIL, until.toString());
    accounts.write();
    asked = new EnquiryHistory(seed, town, zone(), until).tell();
    int refused = new EnquirySender(admin, json).sendQuestions(asked);
    return "%,d over %d days, %,d refused (synthetic)"
        .formatted(asked.size(), EnquiryHistory.DAYS, refused);
  }

  private String answers() throws InterruptedException, IOException {
    if (asked.isEmpty()) {
      return "are there already";
    }
    EnquirySender.Sent sent = new EnquirySender(admin, json).sendActs(asked);
    sent.refusals().forEach((reason, count) -> out.printf("    refused %d: %s%n", count, reason));
    accounts.note(REQUESTS_DONE, Instant.now().toString());
    accounts.write();
    return "%,d acts, %,d refused".formatted(sent.acts(), sent.refused());
  }

  private boolean hasPast() throws InterruptedException {
    JsonNode days =
        admin
            .get("/api/stats/throughput?division=" + town.plan().code())
            .orThrow("asking for figures");
    int reported = 0;
    for (JsonNode day : days) {
      reported += day.path("reported").asInt(0);
    }
    return reported > A_FEW;
  }

  private ZoneId zone() throws InterruptedException {
    return ZoneId.of(
        admin
            .get("/api/town")
            .orThrow("asking for the town")
            .path("zone")
            .asString("Asia/Shanghai"));
  }

  private static String created(JsonNode answer) {
    return "%d created, %d there before"
        .formatted(answer.path("created").asInt(0), answer.path("unchanged").asInt(0));
  }
}
