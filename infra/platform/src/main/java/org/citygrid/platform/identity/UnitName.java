package org.citygrid.platform.identity;

import org.citygrid.platform.text.LocalText;

/// A unit as other documents refer to it.
public record UnitName(String code, LocalText name) {}
