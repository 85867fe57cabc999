package org.citygrid.data;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citygrid.data.api.Accounts;
import org.citygrid.data.api.Api;
import org.citygrid.data.api.Refused;
import org.citygrid.data.survey.SurveySender;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// `Import FILE [--kind components|divisions|cells|grids|streets] [--crs EPSG:4547] [--encoding
/// GBK] [--layer NAME] [--mapping m.yaml] [--dry-run] [--partial] [--complete] [--url URL] [--user
/// NAME] [--accounts FILE]`: hands a surveyor's file in to a running CityGrid.
public final class Import {
  private static final String USAGE =
      "usage: import FILE [--kind components|divisions|cells|grids|streets] [--crs EPSG:4547|gcj02|bd09]"
          + " [--encoding GBK] [--layer NAME] [--mapping m.yaml] [--dry-run] [--partial] [--complete]"
          + " [--url http://…] [--user admin]";
  private static final Set<String> KINDS =
      Set.of("components", "divisions", "cells", "grids", "streets");
  private static final Set<String> MAPPING_KEYS =
      Set.of("crs", "encoding", "layer", "delimiter", "mapping", "defaults");

  private Import() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err)
      throws InterruptedException {
    Options options;
    try {
      options =
          Options.read(
              arguments,
              "kind",
              "crs",
              "encoding",
              "layer",
              "mapping",
              "dry-run!",
              "partial!",
              "complete!",
              "url",
              "user",
              "accounts");
    } catch (IllegalArgumentException e) {
      return wrongUsage(err, String.valueOf(e.getMessage()));
    }
    if (options.words().size() != 1) {
      return wrongUsage(err, "give one file");
    }
    if (!KINDS.contains(options.get("kind", "components"))) {
      return wrongUsage(err, "--kind must be one of " + KINDS.stream().sorted().toList());
    }
    Path file = Path.of(options.words().getFirst());
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      return failed(err, file + " cannot be read.", "Give the path of a file");
    }
    try {
      SurveySender.Ending ending =
          new SurveySender(api(options), out, System.console() != null)
              .send(file, options.get("kind", "components"), settings(options), Path.of(""));
      return ending.isGood() ? 0 : failed(err, ending.reason(), ending.hint());
    } catch (Refused refused) {
      return failed(err, String.valueOf(refused.getMessage()), hint(refused));
    } catch (IllegalArgumentException | IllegalStateException | IOException e) {
      return failed(err, String.valueOf(e.getMessage()), "");
    }
  }

  private static String hint(Refused refused) {
    return switch (refused.status()) {
      case 401, 403 ->
          "Set CITYGRID_USER and CITYGRID_PASSWORD to an administrator's name and password";
      case 503 -> "Start it first: ./citygrid demo --detach, or ./citygrid up --detach";
      case 413 -> "Raise citygrid.asset.max-import, or send the file in parts";
      default ->
          refused.isAbout("body")
              ? "Mend the file, and send it again"
              : "Say what the file is with --crs, --encoding, --layer or --mapping";
    };
  }

  private static Api api(Options options) throws IOException {
    String user =
        options.get("user", Optional.ofNullable(System.getenv("CITYGRID_USER")).orElse("admin"));
    Optional<String> password = Optional.ofNullable(System.getenv("CITYGRID_PASSWORD"));
    Accounts accounts =
        Accounts.read(Path.of(options.get("accounts", ".citygrid/demo-accounts.txt")));
    URI url = URI.create(options.get("url", "http://localhost:8080"));
    return Api.anonymous(url, Duration.ofSeconds(10))
        .as(user, password.orElseGet(() -> accounts.password(user)));
  }

  private static ObjectNode settings(Options options) throws IOException {
    ObjectNode settings = JsonMapper.shared().createObjectNode();
    if (options.has("mapping")) {
      readMapping(Path.of(options.get("mapping", "")), settings);
    }
    for (String name : List.of("crs", "encoding", "layer")) {
      if (options.has(name)) {
        settings.put(name, options.get(name, ""));
      }
    }
    settings.put("dryRun", options.has("dry-run"));
    settings.put("partial", options.has("partial"));
    settings.put("complete", options.has("complete"));
    return settings;
  }

  private static void readMapping(Path file, ObjectNode settings) throws IOException {
    JsonNode mapping;
    try {
      mapping = new YAMLMapper().readTree(Files.readString(file));
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(file + " is not YAML: " + broken.getOriginalMessage());
    }
    mapping
        .properties()
        .forEach(entry -> {
          if (!MAPPING_KEYS.contains(entry.getKey())) {
            throw new IllegalArgumentException(
                "%s: \"%s\" is not one of %s"
                    .formatted(file, entry.getKey(), MAPPING_KEYS.stream().sorted().toList()));
          }
          settings.set(entry.getKey(), entry.getValue());
        });
  }

  private static int wrongUsage(PrintStream err, String what) {
    err.println("citygrid: " + what + ".");
    err.println(USAGE);
    return 2;
  }

  private static int failed(PrintStream err, String reason, String hint) {
    err.println("Failed: " + reason);
    if (!hint.isEmpty()) {
      err.println("        " + hint);
    }
    return 1;
  }
}
