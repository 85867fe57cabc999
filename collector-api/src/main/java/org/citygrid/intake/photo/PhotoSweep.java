package org.citygrid.intake.photo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/// Looks now and then for photos that nothing names.
final class PhotoSweep {
  private static final Logger LOG = LoggerFactory.getLogger(PhotoSweep.class);

  private final Photos photos;

  PhotoSweep(Photos photos) {
    this.photos = photos;
  }

  @Scheduled(initialDelayString = "5m", fixedDelayString = "${citygrid.intake.sweep-every:6h}")
  void sweep() {
    int gone = photos.sweep();
    if (gone > 0) {
      LOG.info("swept {} photos that nothing named", gone);
    }
  }
}
