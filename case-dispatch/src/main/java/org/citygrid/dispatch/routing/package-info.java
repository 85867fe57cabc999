/// Which department should handle a case, and why.
@NullMarked
package org.citygrid.dispatch.routing;

import org.jspecify.annotations.NullMarked;
