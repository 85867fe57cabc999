/// The door by which reports come in: its wiring and its settings. Whoever wants to report talks
/// HTTP; whoever wants to know of reports listens to Kafka. What becomes of a report is not decided
/// here.
@NullMarked
package org.citygrid.intake;

import org.jspecify.annotations.NullMarked;
