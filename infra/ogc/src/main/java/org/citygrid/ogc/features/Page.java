package org.citygrid.ogc.features;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Some features and what is known of the rest.
///
/// @param matched how many there are in all, exactly; none where counting would cost a scan
/// @param next where the next page begins; none at the end
/// @param revision of the collection when they were read; null where nothing counts, or nothing was
///   read
record Page(
    List<Row> rows, @Nullable Long matched, Optional<Cursor> next, @Nullable Long revision) {}
