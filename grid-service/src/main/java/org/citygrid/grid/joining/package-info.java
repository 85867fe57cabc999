/// Makes duty grids by joining whole cells: create, rename, move cells, merge, retire. Outlines are
/// always those of the cells.
@NullMarked
package org.citygrid.grid.joining;

import org.jspecify.annotations.NullMarked;
