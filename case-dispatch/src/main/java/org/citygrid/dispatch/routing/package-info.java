/// Which department should handle a case, and why; how much each has in hand; for which classes
/// nobody need be asked. It proposes by what people have written down, learns nothing, and moves no
/// case.
@NullMarked
package org.citygrid.dispatch.routing;

import org.jspecify.annotations.NullMarked;
