package org.citygrid.intake.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.citygrid.platform.problem.FieldError;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.rows.LinePortions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Takes what came in on former days, a JSON object a line, and counts what became of it. A bad
/// line is told of and the rest goes on.
public final class PastLines {
  private static final int PORTION = 1000;
  private static final int MOST_TOLD = 1000;

  private final JsonMapper json;
  private final int longest;
  private final List<Rejected> rejected = new ArrayList<>();
  private int accepted;
  private int known;
  private int rejectedCount;

  /// @param longest characters that a line may have
  public PastLines(JsonMapper json, int longest) {
    this.json = json;
    this.longest = longest;
  }

  /// @param rejected the first thousand; `rejectedCount` has them all
  public record Outcome(int accepted, int known, List<Rejected> rejected, int rejectedCount) {}

  public record Rejected(int line, String field, String reason) {}

  /// Reads one line; null where nothing can be made of it, with the reason in `wrong`.
  @FunctionalInterface
  public interface Reader<T> {
    @Nullable T read(int number, JsonForm form, byte[] body, Violations wrong);
  }

  /// @param rejecting told each line that the reader made nothing of
  /// @throws IOException when the body ends in the middle
  public <T> Outcome take(
      InputStream body, Reader<T> reader, Consumer<Violations> rejecting, Consumer<List<T>> store)
      throws IOException {
    LinePortions.read(
        body,
        PORTION,
        portion -> {
          var sound = new ArrayList<T>(portion.size());
          for (var line : portion) {
            read(line, reader, rejecting).ifPresent(sound::add);
          }
          if (!sound.isEmpty()) {
            store.accept(sound);
          }
        });
    return new Outcome(accepted, known, rejected, rejectedCount);
  }

  private <T> Optional<T> read(
      LinePortions.Line line, Reader<T> reader, Consumer<Violations> rejecting) {
    Violations wrong = new Violations();
    wrong.require(line.text().length() <= longest, "body", "is longer than " + longest);
    byte[] body = line.text().getBytes(UTF_8);
    JsonForm form = wrong.isEmpty() ? JsonForm.parse(json, body, wrong).orElse(null) : null;
    T found = form == null ? null : reader.read(line.number(), form, body, wrong);
    if (found == null) {
      rejecting.accept(wrong);
      reject(line.number(), wrong.list());
    }
    return Optional.ofNullable(found);
  }

  public void countAccepted(int lines) {
    accepted += lines;
  }

  public void countKnown() {
    known++;
  }

  public void reject(int line, List<FieldError> errors) {
    rejectedCount++;
    errors.stream()
        .limit(MOST_TOLD - rejected.size())
        .forEach(error -> rejected.add(new Rejected(line, error.field(), error.message())));
  }
}
