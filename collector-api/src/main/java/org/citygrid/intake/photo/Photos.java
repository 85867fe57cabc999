package org.citygrid.intake.photo;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import org.citygrid.intake.photo.Cleaning.Clean;
import org.citygrid.intake.photo.Cleaning.Refused;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes photos in, keeps them, gives them out.
///
/// A photo's files are on disk before its row commits, and its row commits before or with whatever
/// names it. A plain JPEG is kept as it was received, without the camera's notes, and written anew
/// later; anything else is decoded at once. What nothing names after a while is swept away.
public final class Photos {
  private static final Logger LOG = LoggerFactory.getLogger(Photos.class);
  private static final Duration STRAY = Duration.ofDays(1);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int MOST_TRIES = 4;

  private final PhotoCleaner cleaner;
  private final PhotoFolder folder;
  private final PhotoTable table;
  private final TransactionTemplate transaction;
  private final TownClock clock;
  private final Semaphore decoders;
  private final Duration keepUnused;
  private volatile long lastArrival = System.nanoTime();

  Photos(
      PhotoSettings settings, PhotoTable table, TransactionTemplate transaction, TownClock clock) {
    this.cleaner =
        new PhotoCleaner(
            settings.maxSize().toBytes(), settings.maxPixels(), settings.longestEdge());
    this.folder = new PhotoFolder(settings.dir());
    this.table = table;
    this.transaction = transaction;
    this.clock = clock;
    this.decoders = new Semaphore(settings.decoders(), true);
    this.keepUnused = settings.keepUnused();
  }

  /// Cleans one file; a refusal is noted under `field`. Nothing is stored yet.
  ///
  /// @param hash SHA-256 of the file, hex
  public Optional<CleanPhoto> clean(byte[] file, String hash, String field, Violations violations) {
    Cleaning cleaning =
        cleaner
            .strip(file, hash, clock.zone(), clock.instant())
            .orElseGet(() -> decodeInTurn(file));
    return switch (cleaning) {
      case Clean(CleanPhoto photo) -> Optional.of(photo);
      case Refused(String why) -> {
        violations.add(field, why);
        yield Optional.empty();
      }
    };
  }

  private Cleaning decodeInTurn(byte[] file) {
    decoders.acquireUninterruptibly();
    try {
      return cleaner.clean(file, clock.zone(), clock.instant());
    } finally {
      decoders.release();
    }
  }

  /// Keeps photos; when this returns they are on disk and known.
  ///
  /// @param by user name, null for a citizen
  public void keep(List<CleanPhoto> photos, @Nullable String by) {
    if (!photos.isEmpty()) {
      write(photos);
      transaction.executeWithoutResult(_ -> table.insertAll(rows(photos, by, false)));
    }
  }

  /// Writes photos to disk; when this returns they are there, but nobody knows them before
  /// [#enter].
  public void write(List<CleanPhoto> photos) {
    lastArrival = System.nanoTime();
    try {
      for (CleanPhoto photo : photos) {
        folder.keep(photo);
      }
    } catch (IOException full) {
      LOG.error("photos cannot be written: {}", full.toString());
      throw Problem.of(
              "storage-full",
              HttpStatus.INSUFFICIENT_STORAGE,
              "Photos cannot be kept just now; please try again later or send without them.")
          .asException();
    }
  }

  /// Photos that are on disk, and who sent them.
  ///
  /// @param by user name, null for a citizen
  public record Brought(List<CleanPhoto> photos, @Nullable String by) {}

  /// Makes photos known that were written before, protected from the sweep; call it in the
  /// transaction whose rows name them.
  public void enter(Collection<Brought> brought) {
    Map<String, PhotoTable.Row> rows = new HashMap<>();
    brought.forEach(
        each -> rows(each.photos(), each.by(), true).forEach(row -> rows.put(row.photoId(), row)));
    if (!rows.isEmpty()) {
      table.insertAll(rows.values());
    }
  }

  private Collection<PhotoTable.Row> rows(
      List<CleanPhoto> photos, @Nullable String by, boolean used) {
    Map<String, PhotoTable.Row> rows = new HashMap<>();
    Instant now = clock.instant();
    photos.forEach(photo -> rows.put(photo.id(), PhotoTable.Row.of(photo, by, used, now)));
    return rows.values();
  }

  /// How many photos wait to be prepared.
  long countWaiting() {
    return table.countWaiting();
  }

  /// Whether no photo has arrived for so long.
  boolean isQuietFor(Duration lull) {
    return System.nanoTime() - lastArrival >= lull.toNanos();
  }

  /// Prepares the photo that has waited longest, at least so long: decodes it, turns it upright,
  /// writes picture and thumbnail anew.
  ///
  /// @return whether there was one
  boolean prepareNext(Duration waited) {
    Instant now = clock.instant();
    Optional<PhotoTable.Waiting> next = table.claim(now, now.minus(waited), now.plus(PATIENCE));
    next.ifPresent(this::prepare);
    return next.isPresent();
  }

  private void prepare(PhotoTable.Waiting waiting) {
    String id = waiting.photoId();
    if (waiting.tries() > MOST_TRIES) {
      giveUp(id, "could not be prepared in " + MOST_TRIES + " attempts");
      return;
    }
    try {
      switch (decodeInTurn(folder.readReceived(id))) {
        case Clean(CleanPhoto photo) -> {
          folder.keep(id, photo.image(), requireNonNull(photo.thumbnail()));
          table.markReady(id, photo);
          folder.deleteReceived(id);
        }
        case Refused(String why) -> giveUp(id, why);
      }
    } catch (IOException later) {
      LOG.warn("photo {} was not prepared: {}", id, later.toString());
    }
  }

  private void giveUp(String id, String trouble) {
    LOG.warn("photo {} {}", id, trouble);
    table.markDamaged(id, trouble);
  }

  public Set<String> findKnown(Collection<String> ids) {
    return ids.isEmpty() ? Set.of() : table.findKnown(ids);
  }

  /// Protects photos from the sweep; call it in the transaction whose rows name them.
  public void markUsed(Collection<String> ids) {
    if (!ids.isEmpty()) {
      table.markUsed(new TreeSet<>(ids));
    }
  }

  /// What is shown of a photo.
  sealed interface Shown {
    /// @param prepared whether it is what will be shown for good
    record Picture(Path file, boolean prepared) implements Shown {}

    record Damaged() implements Shown {}
  }

  Optional<Shown> find(String id, boolean small) {
    Optional<Path> prepared = small ? folder.findThumbnail(id) : folder.findImage(id);
    return prepared
        .<Shown>map(file -> new Shown.Picture(file, true))
        .or(() -> folder.findReceived(id).map(file -> received(id, file)));
  }

  private Shown received(String id, Path file) {
    return table.findTrouble(id).isPresent() ? new Shown.Damaged() : new Shown.Picture(file, false);
  }

  /// Removes photos that nothing named in time, and files that a crash left without a row.
  ///
  /// @param namedElsewhere finds those of some photos that other rooms show
  /// @return how many went
  int sweep(UnaryOperator<Set<String>> namedElsewhere) {
    Instant now = clock.instant();
    Set<String> unnamed = Set.copyOf(table.listUnused(now.minus(keepUnused)));
    table.markUsed(namedElsewhere.apply(unnamed));
    try {
      int unused = deleteAll(table.deleteUnused(now.minus(keepUnused)));
      folder.clearDrafts(now.minus(STRAY));
      List<String> old = folder.listWrittenBefore(now.minus(STRAY));
      List<String> strays = new ArrayList<>();
      for (int from = 0; from < old.size(); from += 1000) {
        List<String> some = old.subList(from, Math.min(old.size(), from + 1000));
        Set<String> known = table.findKnown(some);
        some.stream().filter(id -> !known.contains(id)).forEach(strays::add);
      }
      clearReceived(now.minus(STRAY));
      return unused + deleteAll(strays);
    } catch (IOException refused) {
      LOG.warn("photos were not swept: {}", refused.toString());
      return 0;
    }
  }

  /// Files that a crash left behind after their pictures were prepared.
  private void clearReceived(Instant limit) throws IOException {
    List<String> old = folder.listReceivedBefore(limit);
    Set<String> needed = table.findUnprepared(old);
    for (String id : old) {
      if (!needed.contains(id)) {
        folder.deleteReceived(id);
      }
    }
  }

  private int deleteAll(List<String> ids) throws IOException {
    for (String id : ids) {
      folder.delete(id);
    }
    return ids.size();
  }
}
