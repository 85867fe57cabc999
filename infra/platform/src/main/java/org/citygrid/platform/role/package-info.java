/// Which of its roles this process plays (`citygrid.roles`). A role switches entry points on:
/// routes, consumers, schedulers. It never changes what the code means.
@NullMarked
package org.citygrid.platform.role;

import org.jspecify.annotations.NullMarked;
