/// Where rows come from: the bytes of a file, unpacked and counted, and what turns them into rows.
@NullMarked
package org.citygrid.geofile.source;

import org.jspecify.annotations.NullMarked;
