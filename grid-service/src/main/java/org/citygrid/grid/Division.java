package org.citygrid.grid;

import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/// A county, town or community.
///
/// @param synthetic made up for a demonstration, at least in its outline
/// @param extent the box around it; null while its outline is unknown
public record Division(
    DivisionCode code, LocalText name, boolean synthetic, @Nullable Extent extent) {

  /// A box in CGCS2000 degrees.
  public record Extent(double west, double south, double east, double north) {}
}
