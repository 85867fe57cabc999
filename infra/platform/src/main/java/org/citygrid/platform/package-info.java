/// What all rooms stand on. Each sub-package is a small door of its own; this one only wires them.
@NullMarked
package org.citygrid.platform;

import org.jspecify.annotations.NullMarked;
