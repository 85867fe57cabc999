package org.citygrid.asset.label;

import org.citygrid.platform.text.LocalText;

/// What stands on one label.
///
/// @param address what the QR code says, such as `https://town.example/c/4406050137000001`
record Label(String code, LocalText className, String address) {
  /// Size of a label: 24 of them cover an A4 sheet, as sold everywhere.
  static final double WIDTH_MM = 70;

  static final double HEIGHT_MM = 37;

  /// Edge of the QR code with its quiet zone, and the free strip around everything.
  static final double QR_MM = 31;

  static final double MARGIN_MM = 3;

  /// The code as people read it: county, class, number.
  String spacedCode() {
    return code.substring(0, 6) + " " + code.substring(6, 10) + " " + code.substring(10);
  }
}
