package org.citygrid.data.survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.citygrid.data.api.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Hands one file in, starts the import, tells how far it has come, and what became of it.
public final class SurveySender {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Set<String> OPEN = Set.of("waiting", "running");

  private final Api api;
  private final PrintStream out;
  private final boolean terminal;

  /// @param terminal whether a line may be written over
  public SurveySender(Api api, PrintStream out, boolean terminal) {
    this.api = api;
    this.out = out;
    this.terminal = terminal;
  }

  /// How an import ended.
  ///
  /// @param reason one sentence; empty when all went well
  /// @param hint what to do
  public record Ending(boolean isGood, String reason, String hint) {}

  /// @param settings the body of `POST /api/imports/{id}/start`
  /// @throws org.citygrid.data.api.Refused when the file cannot be read at all
  public Ending send(Path file, String kind, ObjectNode settings, Path folder)
      throws IOException, InterruptedException {
    JsonNode received = upload(file, kind);
    long id = received.path("id").asLong();
    describe(settings.isEmpty() ? received : lookAgain(id, settings));
    JsonNode job =
        api.post("/api/imports/" + id + "/start", settings).orThrow("starting the import");
    while (OPEN.contains(job.path("status").asString())) {
      tell(job);
      Thread.sleep(LOOK_EVERY);
      job = api.get("/api/imports/" + id).orThrow("asking how far the import has come");
    }
    wipe();
    return end(job, folder);
  }

  /// The file as it is with what is said about it.
  private JsonNode lookAgain(long id, ObjectNode settings)
      throws IOException, InterruptedException {
    return api.post("/api/imports/" + id + "/preview", settings).orThrow("reading the file so");
  }

  private JsonNode upload(Path file, String kind) throws IOException, InterruptedException {
    boolean parts = ShapefileParts.isPart(file);
    Path sent = parts ? ShapefileParts.zip(file) : file;
    String name = file.getFileName() + (parts ? ".zip" : "");
    try {
      out.printf(Locale.ROOT, "Sending %s (%,d bytes)%n", name, Files.size(sent));
      return api.post(
              "/api/imports?kind=" + kind + "&fileName=" + URLEncoder.encode(name, UTF_8),
              "application/octet-stream",
              sent)
          .orThrow("the file");
    } finally {
      if (parts) {
        Files.deleteIfExists(sent);
      }
    }
  }

  private void describe(JsonNode received) {
    JsonNode preview = received.path("preview");
    String crs = preview.path("crs").asString("not known");
    out.printf(
        "It is %s, layer %s, coordinates in %s (%s)%s.%n",
        preview.path("format").asString(),
        preview.path("layer").asString(),
        crs.contains("[") ? crs.replaceAll("(?s)^\\w+\\[\"([^\"]*)\".*", "$1") : crs,
        preview.path("crsFrom").asString(),
        preview.has("encoding")
            ? ", texts in %s (%s)"
                .formatted(
                    preview.path("encoding").asString(), preview.path("encodingFrom").asString())
            : "");
    if (!preview.path("leftOut").isEmpty()) {
      out.println(
          "Left out, for no field takes them: "
              + preview.path("leftOut").values().stream()
                  .map(JsonNode::asString)
                  .collect(joining(", ")));
    }
    preview
        .path("warnings")
        .forEach(warning -> out.println("Note: " + warning.path("message").asString()));
  }

  private void tell(JsonNode job) {
    if (!terminal) {
      return;
    }
    long bytes = job.path("bytes").asLong();
    long read = job.path("bytesRead").asLong();
    String part =
        bytes > 0 && read > 0 && job.path("phase").asString("").equals("reading")
            ? " (%d %%)".formatted(Math.min(100, 100 * read / bytes))
            : "";
    out.printf(
        Locale.ROOT,
        "\r  %-10s %,12d rows%s   ",
        job.path("phase").asString(job.path("status").asString()),
        job.path("rowsRead").asLong(),
        part);
    out.flush();
  }

  private void wipe() {
    if (terminal) {
      out.print("\r" + " ".repeat(60) + "\r");
    }
  }

  private Ending end(JsonNode job, Path folder) throws IOException, InterruptedException {
    String status = job.path("status").asString();
    JsonNode result = job.path("result");
    boolean good = Set.of("done", "checked").contains(status);
    if (good) {
      out.printf(
          Locale.ROOT,
          "%s: %,d new, %,d changed, %,d unchanged, %,d disappeared, %,d refused, in %.1f s%n",
          status.equals("checked") ? "It would be" : "Done",
          result.path("inserted").asLong(),
          result.path("updated").asLong(),
          result.path("unchanged").asLong(),
          result.path("disappeared").asLong(),
          result.path("rejectedCount").asLong(),
          result.path("seconds").asDouble());
      if (result.path("outside").asLong() > 0) {
        out.printf(
            Locale.ROOT, "Outside every unit grid: %,d of them%n", result.path("outside").asLong());
      }
    }
    String hint = "Look at the message, mend the file, and send it again";
    if (result.path("rejectedCount").asLong() > 0) {
      Path list = folder.resolve("rejected-" + job.path("id").asLong() + ".csv");
      api.save("/api/imports/" + job.path("id").asLong() + "/rejected.csv", list);
      out.println("Refused rows with their reasons: " + list);
      for (JsonNode one : result.path("rejected").values().stream().limit(5).toList()) {
        out.printf(
            "  line %d, %s: %s%n",
            one.path("line").asLong(),
            (one.path("field").asString() + " " + one.path("value").asString("")).strip(),
            one.path("reason").asString());
      }
      hint = "See " + list + "; --partial takes the good rows";
    }
    return new Ending(good, good ? "" : job.path("problem").asString("It is " + status), hint);
  }
}
