package org.citygrid.asset;

import java.nio.file.Path;
import java.time.Duration;
import org.citygrid.platform.setting.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings of the register (`citygrid.asset.*`).
///
/// @param edition the classification this town works by; choose once, the digits of one edition
///   mean other things in another
/// @param importsDir folder of the files that were handed in for import
/// @param maxImport greatest size of such a file, unpacked
/// @param keepImports how long such files and their lists of rejected rows are kept
/// @param outside where a surveyed component may lie
/// @param address of this installation as phones reach it, such as `https://town.example`; QR
///   labels lead there; empty: the address under which a label is asked for
@ConfigurationProperties("citygrid.asset")
public record AssetSettings(
    @DefaultValue("GB/T 30428.2-2013") String edition,
    @DefaultValue("imports") Path importsDir,
    @DefaultValue("8GB") DataSize maxImport,
    @DefaultValue("90d") Duration keepImports,
    @DefaultValue("near") Outside outside,
    @DefaultValue Tiles tiles,
    @DefaultValue("") String address) {

  /// Where a surveyed component may lie.
  public enum Outside {
    /// Only in a cell.
    REFUSE,
    /// In the town or within 5 km of one; a town without any outline is not asked.
    NEAR,
    /// Anywhere.
    ACCEPT
  }

  public AssetSettings {
    if (maxImport.toBytes() < 1) {
      throw new WrongSetting("citygrid.asset.max-import", maxImport.toString(), "give 1 B or more");
    }
    if (keepImports.compareTo(Duration.ofHours(1)) < 0) {
      throw new WrongSetting(
          "citygrid.asset.keep-imports", keepImports.toString(), "give 1h or more");
    }
    if (!address.isEmpty() && !address.matches("https?://[^/]+(/.*)?")) {
      throw new WrongSetting(
          "citygrid.asset.address",
          address,
          "give an http(s) address such as https://town.example");
    }
    address = address.replaceFirst("/+$", "");
  }

  /// How tiles are kept.
  ///
  /// @param cache whether a tile that was drawn is kept; without it each is drawn anew, which only
  ///   a benchmark wants
  /// @param memory bytes for tiles that were drawn
  /// @param follow how old one's knowledge of the register's changes may be
  public record Tiles(
      @DefaultValue("true") boolean cache,
      @DefaultValue("67108864") long memory,
      @DefaultValue("PT1S") Duration follow) {}
}
