package org.citygrid.intake.photo;

import java.nio.file.Path;
import java.time.Duration;
import org.citygrid.platform.setting.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How photos are taken in and kept (`citygrid.photos.*`).
///
/// @param dir folder of the photos; back it up together with the database
/// @param maxSize of one file as it is sent
/// @param maxPixels of one picture; read from its header before a pixel is decoded
/// @param longestEdge a larger picture is scaled down to this many pixels
/// @param decoders pictures decoded at once; each takes up to about 100 MB while it is
/// @param lull without a new photo, after which those that wait are decoded and written anew
/// @param prepareWithin how long a photo waits for a lull at most
/// @param keepUnused how long a photo that nothing refers to is kept
@ConfigurationProperties("citygrid.photos")
public record PhotoSettings(
    @DefaultValue("photos") Path dir,
    @DefaultValue("10MB") DataSize maxSize,
    @DefaultValue("50000000") long maxPixels,
    @DefaultValue("2560") int longestEdge,
    @DefaultValue("2") int decoders,
    @DefaultValue("1s") Duration lull,
    @DefaultValue("5m") Duration prepareWithin,
    @DefaultValue("7d") Duration keepUnused) {
  public PhotoSettings {
    if (maxSize.toBytes() < 1 || maxSize.toMegabytes() > 100) {
      throw new WrongSetting("citygrid.photos.max-size", maxSize.toString(), "give 1 B to 100 MB");
    }
    if (maxPixels < 1 || maxPixels > 200_000_000) {
      throw new WrongSetting("citygrid.photos.max-pixels", "" + maxPixels, "give 1 to 200000000");
    }
    if (longestEdge < 320 || longestEdge > 10_000) {
      throw new WrongSetting("citygrid.photos.longest-edge", "" + longestEdge, "give 320 to 10000");
    }
    if (decoders < 1) {
      throw new WrongSetting("citygrid.photos.decoders", "" + decoders, "give at least 1");
    }
    if (lull.isNegative() || lull.compareTo(Duration.ofDays(1)) > 0) {
      throw new WrongSetting("citygrid.photos.lull", "" + lull, "give 0s to 1d");
    }
    if (prepareWithin.isNegative() || prepareWithin.compareTo(Duration.ofDays(1)) > 0) {
      throw new WrongSetting("citygrid.photos.prepare-within", "" + prepareWithin, "give 0s to 1d");
    }
    if (keepUnused.compareTo(Duration.ofDays(1)) < 0) {
      throw new WrongSetting("citygrid.photos.keep-unused", "" + keepUnused, "give at least 1d");
    }
  }
}
