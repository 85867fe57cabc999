/// Reads JSON that strangers sent, field by field, so that everything wrong with it is told at
/// once. Knows no field's meaning.
@NullMarked
package org.citygrid.intake.form;

import org.jspecify.annotations.NullMarked;
