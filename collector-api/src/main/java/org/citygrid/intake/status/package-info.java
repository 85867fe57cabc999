/// What became of a report, in the citizen's plain words. It listens to case events and remembers
/// them; it decides nothing.
@NullMarked
package org.citygrid.intake.status;

import org.jspecify.annotations.NullMarked;
