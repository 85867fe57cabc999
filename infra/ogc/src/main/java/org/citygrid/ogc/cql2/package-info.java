/// The Common Query Language CQL2 (OGC 21-065): reads its text and its JSON into one tree, writes
/// both, and turns the tree into SQL with a question mark for every value. It knows the names and
/// kinds of what may be asked for, and neither tables nor HTTP.
@NullMarked
package org.citygrid.ogc.cql2;

import org.jspecify.annotations.NullMarked;
