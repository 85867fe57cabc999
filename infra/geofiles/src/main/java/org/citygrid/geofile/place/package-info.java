/// Places: from the numbers of a file to longitude and latitude, and whether that can be true.
@NullMarked
package org.citygrid.geofile.place;

import org.jspecify.annotations.NullMarked;
