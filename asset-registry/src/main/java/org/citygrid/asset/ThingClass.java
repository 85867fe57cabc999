package org.citygrid.asset;

import org.citygrid.platform.text.LocalText;

/// A minor class of components or events, within its edition of the classification.
///
/// @param code four digits: major and minor class
/// @param edition the classification it belongs to, such as `GB/T 30428.2-2013`
public record ThingClass(Kind kind, String code, String edition, LocalText major, LocalText name) {}
