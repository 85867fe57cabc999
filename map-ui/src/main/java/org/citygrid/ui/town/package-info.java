/// What every page asks first: which town this is, where it lies, and what its maps stand on.
@NullMarked
package org.citygrid.ui.town;

import org.jspecify.annotations.NullMarked;
