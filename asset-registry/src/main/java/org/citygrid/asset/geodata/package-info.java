/// Lays the register out for GIS programs: the collection `components` and the layer of its tiles.
/// It knows columns and their meaning; how they are asked for and written is not its business.
@NullMarked
package org.citygrid.asset.geodata;

import org.jspecify.annotations.NullMarked;
