package org.citygrid.intake.photo;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where photos that were kept as received are decoded, turned upright and written anew, one after
/// the other, in the lulls between arrivals. What waits stands in the table: after a stop or a
/// crash it goes on where it was.
final class Darkroom implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Darkroom.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final Photos photos;
  private final Duration lull;
  private final Duration within;
  private final Thread worker;

  /// @param lull without an arrival before work is taken up
  /// @param within how long a photo waits for a lull at most
  Darkroom(Photos photos, Duration lull, Duration within) {
    this.photos = photos;
    this.lull = lull;
    this.within = within;
    this.worker = Thread.ofPlatform().name("darkroom").daemon().start(this::workForever);
  }

  private void workForever() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        if (!workOnce()) {
          Thread.sleep(LOOK_EVERY);
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean workOnce() {
    try {
      return photos.prepareNext(photos.isQuietFor(lull) ? Duration.ZERO : within);
    } catch (RuntimeException unavailable) {
      LOG.warn("photos wait to be prepared: {}", unavailable.toString());
      return false;
    }
  }

  @Override
  public void close() throws InterruptedException {
    worker.interrupt();
    worker.join(Duration.ofSeconds(5));
  }
}
