package org.citygrid.asset;

import org.citygrid.platform.text.LocalText;

/// What can be wrong with a thing of one class. The acceptor picks it at filing, and the handling
/// limit hangs on it.
///
/// @param id stable, and never given again
/// @param limitUnit `emergency_hour`, `work_hour`, `work_day` or `calendar_day`
public record Condition(
    String id, Kind kind, String classCode, LocalText words, int limitValue, String limitUnit) {}
