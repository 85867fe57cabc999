/// The law's arithmetic: four clocks, the working calendar, when a limit is used up, what pausing
/// and extending do to it, and which light a case shows. Plain Java; time is always a parameter.
@NullMarked
package org.citygrid.dispatch.deadline;

import org.jspecify.annotations.NullMarked;
