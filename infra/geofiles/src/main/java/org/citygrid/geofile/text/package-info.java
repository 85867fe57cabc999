/// Texts of unknown encoding, and texts that a spreadsheet must not take for formulas.
@NullMarked
package org.citygrid.geofile.text;

import org.jspecify.annotations.NullMarked;
