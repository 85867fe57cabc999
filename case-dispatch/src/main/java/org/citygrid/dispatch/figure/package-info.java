/// Figures by day, month and year of every object that is looked at, folded out of the history a
/// second after it was written, and counted afresh to prove them. Knows what a move counts as; does
/// not know what a figure is worth.
@NullMarked
package org.citygrid.dispatch.figure;

import org.jspecify.annotations.NullMarked;
