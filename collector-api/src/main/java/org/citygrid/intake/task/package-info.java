/// What collectors are asked to look at on the spot, and what they found. Which case gets which
/// task is decided elsewhere; here it is shown and answered once.
@NullMarked
package org.citygrid.intake.task;

import org.jspecify.annotations.NullMarked;
