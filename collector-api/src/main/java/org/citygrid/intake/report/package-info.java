/// Reports: what a report must be, how it is accepted exactly once, and the receipt for it. Where
/// it lies and what it may be about it asks the grid and the register; what becomes of it is
/// others' business.
@NullMarked
package org.citygrid.intake.report;

import org.jspecify.annotations.NullMarked;
