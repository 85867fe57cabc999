/// A town made from a seed: outline, communities, unit grids, duty grids, streets, components. It
/// knows the code rules of the standards and plausible proportions; it knows nothing of any real
/// street or thing. Equal seeds give equal bytes.
@NullMarked
package org.citygrid.data.town;

import org.jspecify.annotations.NullMarked;
