package org.citygrid.dispatch.past;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.citygrid.platform.rows.LinePortions;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/// Takes lines of JSON, each an act of the past. A line that is refused stops no other.
public final class PastLines<A extends PastLines.Checked> {
  private static final int PORTION = 2_000;
  private static final int MOST_REFUSALS = 1_000;

  private final ObjectReader reader;
  private final Carrier<A> carrier;
  private final List<Refused> refused = new ArrayList<>();
  private final Set<UUID> unknown = new LinkedHashSet<>();
  private int applied;
  private int known;
  private int refusals;

  private PastLines(ObjectReader reader, Carrier<A> carrier) {
    this.reader = reader;
    this.carrier = carrier;
  }

  /// An act that can tell what is wrong with it.
  public interface Checked {
    /// Null where nothing is.
    @Nullable String flaw();
  }

  /// Carries out a portion of lines that are sound.
  @FunctionalInterface
  public interface Carrier<A> {
    /// @param waiting what was found unknown earlier: whatever follows about it must wait as well
    Taken carryOut(List<PastLine<A>> lines, Set<UUID> waiting);
  }

  /// @param refusedCount all of them
  /// @param refused the first thousand
  public record Sum(
      int applied, int known, int refusedCount, List<Refused> refused, Set<UUID> unknown) {}

  /// @param reader of acts
  /// @throws IOException when the body ends in the middle
  public static <A extends Checked> Sum take(
      InputStream body, ObjectReader reader, Carrier<A> carrier) throws IOException {
    var lines = new PastLines<>(reader, carrier);
    LinePortions.read(body, PORTION, lines::take);
    return new Sum(lines.applied, lines.known, lines.refusals, lines.refused, lines.unknown);
  }

  private void take(List<LinePortions.Line> portion) {
    var sound = new ArrayList<PastLine<A>>(portion.size());
    portion.forEach(line -> read(line, sound));
    if (sound.isEmpty()) {
      return;
    }
    var taken = carrier.carryOut(sound, unknown);
    applied += taken.applied();
    known += taken.known();
    unknown.addAll(taken.unknown());
    taken.refused().forEach(this::refuse);
  }

  private void read(LinePortions.Line line, List<PastLine<A>> sound) {
    try {
      A act = reader.readValue(line.text());
      var flaw = act.flaw();
      if (flaw == null) {
        sound.add(new PastLine<>(line.number(), act));
      } else {
        refuse(new Refused(line.number(), flaw));
      }
    } catch (JacksonException unreadable) {
      refuse(new Refused(line.number(), "unreadable: " + unreadable.getOriginalMessage()));
    }
  }

  private void refuse(Refused line) {
    refusals++;
    if (refused.size() < MOST_REFUSALS) {
      refused.add(line);
    }
  }
}
