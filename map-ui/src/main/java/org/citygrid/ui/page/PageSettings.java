package org.citygrid.ui.page;

import org.citygrid.platform.setting.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How maps look (`citygrid.map.*`).
///
/// @param basemap tile URL template such as `https://tiles.example/{z}/{x}/{y}.png`; empty (the
///   default) draws only our own layers and needs no internet
@ConfigurationProperties("citygrid.map")
record PageSettings(@DefaultValue("") String basemap) {
  PageSettings {
    if (!basemap.isEmpty() && !basemap.matches("https?://[^/]+/.*\\{z}.*")) {
      throw new WrongSetting(
          "citygrid.map.basemap", basemap, "give an http(s) tile address with {z}, {x} and {y}");
    }
  }

  /// Scheme, host and port of the basemap, or empty.
  String basemapOrigin() {
    return basemap.isEmpty() ? "" : basemap.replaceFirst("^(https?://[^/]+)/.*$", "$1");
  }
}
