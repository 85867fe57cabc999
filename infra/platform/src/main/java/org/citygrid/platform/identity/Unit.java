package org.citygrid.platform.identity;

import org.citygrid.platform.text.LocalText;

/// A body that owns, maintains or governs (权属、养护、主管单位).
///
/// @param kind DEPARTMENT handles cases; OWNER only owns; GOVERNMENT also takes what nobody owns
public record Unit(String code, LocalText name, Kind kind, String divisionCode) {
  public enum Kind {
    DEPARTMENT,
    OWNER,
    GOVERNMENT
  }
}
