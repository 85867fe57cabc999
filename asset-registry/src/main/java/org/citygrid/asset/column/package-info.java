/// What the columns of a delivered file mean: which of them is the code, which the owner, under all
/// the names that surveyors give them; and how a file's row becomes a row of a survey. Knows
/// neither forms of files nor the register.
@NullMarked
package org.citygrid.asset.column;

import org.jspecify.annotations.NullMarked;
