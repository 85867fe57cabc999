package org.citygrid.dispatch.past;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What became of a portion of lines.
///
/// @param known lines that were carried out before
/// @param unknown what the lines are about and is not here yet: they are to be sent again
public record Taken(int applied, int known, List<Refused> refused, Set<UUID> unknown) {}
