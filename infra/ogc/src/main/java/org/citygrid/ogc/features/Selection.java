package org.citygrid.ogc.features;

import java.util.Optional;
import org.citygrid.ogc.Clause;
import org.citygrid.ogc.OgcCollection;

/// What a caller asks for, understood and allowed.
///
/// @param where all conditions, the reader's rights among them
/// @param narrowed whether fewer than all rows of the collection may match
/// @param boxed whether nothing but a box narrows it: then the index on the place is the way,
///   however large the box
/// @param limit empty where everything is wanted
record Selection(
    OgcCollection collection,
    Clause where,
    boolean narrowed,
    boolean boxed,
    Crs crs,
    Optional<Integer> limit,
    Optional<Cursor> cursor) {}
