/// Excel workbooks, written only.
@NullMarked
package org.citygrid.geofile.xlsx;

import org.jspecify.annotations.NullMarked;
