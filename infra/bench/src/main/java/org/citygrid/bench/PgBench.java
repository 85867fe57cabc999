package org.citygrid.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citygrid.devservices.Database;

/// PostgreSQL's own load generator with as many clients as ours, prepared statements, and the same
/// questions: each client asks its half of the list, in the same order. Without parallel workers:
/// starting them takes longer than a tile, and the baseline shall be as fast as it can.
final class PgBench {
  private static final Pattern RATE =
      Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");
  private static final Pattern ADDRESS =
      Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/(\\w+)");

  private final Path program;
  private final Database database;
  private final Path folder;

  PgBench(Path program, Database database, Path folder) {
    this.program = program;
    this.database = database;
    this.folder = folder;
  }

  /// One question: the values of the statement's variables.
  record Question(Map<String, Object> values) {}

  /// @param sql one statement with pgbench's variables (`:lon`)
  Path script(String name, String sql, List<Question> questions) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int client = 0; client < Clients.COUNT; client++) {
      text.append(client == 0 ? "\\if :client_id = 0\n" : "\\else\n");
      for (Question question : Clients.share(questions, client)) {
        question
            .values()
            .forEach((variable, value) ->
                text.append("\\set ").append(variable).append(' ').append(value).append('\n'));
        text.append(sql.strip().replaceAll("\\s+", " ")).append(";\n");
      }
    }
    text.append("\\endif\n");
    Path file = folder.resolve(name + ".pgbench");
    Files.writeString(file, text);
    return file;
  }

  /// Transactions in a second, with this many clients at once, each for this many seconds.
  double transactions(Path script, int clients, int seconds)
      throws IOException, InterruptedException {
    return told(
        List.of("--client=" + clients, "--jobs=2", "--time=" + seconds, "--file=" + script),
        "auto");
  }

  /// Questions answered in a second, over the whole list `rounds` times.
  double rate(Path script, int questions, int rounds) throws IOException, InterruptedException {
    return rate(script, questions, rounds, "auto");
  }

  /// @param plans PostgreSQL's `plan_cache_mode`: `auto` or `force_custom_plan`
  double rate(Path script, int questions, int rounds, String plans)
      throws IOException, InterruptedException {
    List<String> load =
        List.of(
            "--client=" + Clients.COUNT,
            "--jobs=" + Clients.COUNT,
            "--transactions=" + rounds,
            "--file=" + script);
    return told(load, plans) * questions / Clients.COUNT;
  }

  private double told(List<String> load, String plans) throws IOException, InterruptedException {
    Matcher address = ADDRESS.matcher(database.url());
    if (!address.find()) {
      throw new NotMeasured("no host and port in " + database.url());
    }
    List<String> words = new ArrayList<>();
    words.addAll(List.of(program.toString(), "--no-vacuum", "--protocol=prepared"));
    words.addAll(load);
    words.addAll(
        List.of(
            "--host=" + address.group(1),
            "--port=" + address.group(2),
            "--username=" + database.user(),
            address.group(3)));
    var command = new ProcessBuilder(words);
    command.environment().put("PGPASSWORD", database.password());
    command
        .environment()
        .put("PGOPTIONS", "-c max_parallel_workers_per_gather=0 -c plan_cache_mode=" + plans);
    String output = Programs.run(command);
    Matcher rate = RATE.matcher(output);
    if (!rate.find()) {
      throw new NotMeasured("pgbench told no rate: " + output.strip());
    }
    return Double.parseDouble(rate.group(1));
  }

  /// Running other programs to their end.
  static final class Programs {
    private Programs() {}

    static String run(ProcessBuilder command) throws IOException, InterruptedException {
      Process process = command.redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new NotMeasured(
            Path.of(command.command().getFirst()).getFileName() + " failed: " + output.strip());
      }
      return output;
    }
  }
}
