/// Knows the land: divisions, unit grids, duty grids, who is on duty where, and in which of them a
/// place lies. It does not know components, reports, cases, or what collectors are like as people.
/// This package is the module's whole door.
@NullMarked
package org.citygrid.grid;

import org.jspecify.annotations.NullMarked;
