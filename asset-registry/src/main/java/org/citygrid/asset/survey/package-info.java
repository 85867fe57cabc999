/// Takes in surveys: reads what surveyors deliver row by row, refuses what is wrong with a reason,
/// and writes the rest into the register in one transaction. Memory stays the same however long the
/// survey is.
@NullMarked
package org.citygrid.asset.survey;

import org.jspecify.annotations.NullMarked;
