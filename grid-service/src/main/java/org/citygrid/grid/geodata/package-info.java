/// Lays the land out for GIS programs: the collections `divisions`, `cells` and `grids`, and the
/// layers of its tiles. What files carry is what a survey may bring, under the same names.
@NullMarked
package org.citygrid.grid.geodata;

import org.jspecify.annotations.NullMarked;
