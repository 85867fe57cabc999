/// Cuts communities into unit grids of about one size and gives them their codes (GB/T 30428.1):
/// first to look at, then to store.
@NullMarked
package org.citygrid.grid.cutting;

import org.jspecify.annotations.NullMarked;
