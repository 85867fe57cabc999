/// Which earlier case a new one may repeat.
@NullMarked
package org.citygrid.dispatch.duplicate;

import org.jspecify.annotations.NullMarked;
