package org.citygrid.intake.photo;

import org.citygrid.asset.Register;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/// Looks now and then for photos that nothing names: no report, no case, no card.
final class PhotoSweep {
  private static final Logger LOG = LoggerFactory.getLogger(PhotoSweep.class);

  private final Photos photos;
  private final Register register;

  PhotoSweep(Photos photos, Register register) {
    this.photos = photos;
    this.register = register;
  }

  @Scheduled(initialDelayString = "5m", fixedDelayString = "${citygrid.intake.sweep-every:6h}")
  void sweep() {
    int gone = photos.sweep(register::findPhotosInUse);
    if (gone > 0) {
      LOG.info("swept {} photos that nothing named", gone);
    }
  }
}
