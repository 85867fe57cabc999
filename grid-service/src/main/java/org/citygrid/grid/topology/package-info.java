/// Checks whether the divided land fits together: no gap, no overlap, cells inside their community,
/// duty grids of whole connected cells. Reads from memory only.
@NullMarked
package org.citygrid.grid.topology;

import org.jspecify.annotations.NullMarked;
