package org.citygrid.intake.photo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes photos in, keeps them, gives them out.
///
/// A photo's files are on disk before its row commits, and its row commits before anything names
/// it. What nothing names after a while is swept away.
public final class Photos {
  private static final Logger LOG = LoggerFactory.getLogger(Photos.class);
  private static final Duration STRAY = Duration.ofDays(1);

  private final PhotoCleaner cleaner;
  private final PhotoFolder folder;
  private final PhotoTable table;
  private final TransactionTemplate transaction;
  private final TownClock clock;
  private final Semaphore decoders;
  private final Duration keepUnused;

  Photos(
      PhotoSettings settings, JdbcClient jdbc, TransactionTemplate transaction, TownClock clock) {
    this.cleaner =
        new PhotoCleaner(
            settings.maxSize().toBytes(), settings.maxPixels(), settings.longestEdge());
    this.folder = new PhotoFolder(settings.dir());
    this.table = new PhotoTable(jdbc);
    this.transaction = transaction;
    this.clock = clock;
    this.decoders = new Semaphore(settings.decoders(), true);
    this.keepUnused = settings.keepUnused();
  }

  /// Cleans one file; a refusal is noted under `field`. Nothing is stored yet.
  public Optional<CleanPhoto> clean(byte[] file, String field, Violations violations) {
    decoders.acquireUninterruptibly();
    try {
      return switch (cleaner.clean(file, clock.zone(), clock.instant())) {
        case Clean(CleanPhoto photo) -> Optional.of(photo);
        case Refused(String why) -> {
          violations.add(field, why);
          yield Optional.empty();
        }
      };
    } finally {
      decoders.release();
    }
  }

  /// Keeps photos; when this returns they are on disk and known.
  ///
  /// @param by user name, null for a citizen
  public void keep(List<CleanPhoto> photos, @Nullable String by) {
    if (photos.isEmpty()) {
      return;
    }
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
    Instant now = clock.instant();
    transaction.executeWithoutResult(_ -> photos.forEach(photo -> table.insert(photo, by, now)));
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

  Optional<Path> findImage(String id) {
    return folder.findImage(id);
  }

  Optional<Path> findThumbnail(String id) {
    return folder.findThumbnail(id);
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
      return unused + deleteAll(strays);
    } catch (IOException refused) {
      LOG.warn("photos were not swept: {}", refused.toString());
      return 0;
    }
  }

  private int deleteAll(List<String> ids) throws IOException {
    for (String id : ids) {
      folder.delete(id);
    }
    return ids.size();
  }
}
